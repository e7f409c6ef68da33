namespace DocsPipeline.Tests;

/// <summary>The documents, schemas and code owners of this checkout in a folder of their own, to be changed.</summary>
internal sealed class CheckoutCopy : IDisposable
{
    public CheckoutCopy()
    {
        foreach (var folder in new[] { "content", "schemas", ".github" })
        {
            foreach (var file in System.IO.Directory.EnumerateFiles(Path.Combine(Checkout.Root, folder), "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(Directory, Path.GetRelativePath(Checkout.Root, file));
                System.IO.Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
    }

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("docspipeline-checkout-").FullName;

    /// <summary>Replaces a text that must be there.</summary>
    public void Edit(string path, string from, string to)
    {
        var file = Path.Combine(Directory, path);
        var text = File.ReadAllText(file);
        text.ShouldContain(from);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
