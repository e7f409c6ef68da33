using System.Diagnostics;

namespace DocsPipeline.Tests.Build.Scripts;

/// <summary>A clone of this checkout in a folder with a space in its name; what is not committed yet is laid over it.</summary>
internal sealed class FreshClone : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("fresh clone-").FullName;

    public string Folder => Path.Combine(root, "docs pipeline");

    public static bool IsPossible => Path.Exists(Path.Combine(Checkout.Root, ".git"));

    public static async Task<FreshClone> MakeAsync()
    {
        var clone = new FreshClone();
        await GitAsync("clone", "--quiet", Checkout.Root, clone.Folder);
        var changes = await GitAsync("-C", Checkout.Root, "ls-files", "-z", "--modified", "--deleted", "--others", "--exclude-standard");
        foreach (var path in changes.Split('\0', StringSplitOptions.RemoveEmptyEntries).Distinct())
        {
            var (from, to) = (Path.Combine(Checkout.Root, path), Path.Combine(clone.Folder, path));
            if (File.Exists(from))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(from, to, overwrite: true);
            }
            else
            {
                File.Delete(to);
            }
        }

        return clone;
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static async Task<string> GitAsync(params string[] arguments)
    {
        var run = await ScriptRun.OfAsync(new ProcessStartInfo("git", arguments));
        run.ExitCode.ShouldBe(0, run.Error);
        return run.Output;
    }
}
