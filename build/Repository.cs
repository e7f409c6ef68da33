namespace Build;

/// <summary>The checkout that this program belongs to, wherever it was started from.</summary>
internal static class Repository
{
    /// <summary>The folder the person stood in; targets run in <see cref="Root"/>.</summary>
    public static string StartedIn { get; } = Directory.GetCurrentDirectory();

    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(StartedIn) ?? StartedIn;

    /// <summary>The text of a file of the checkout (path relative to its root), or null for what is none.</summary>
    public static string? TextOf(string path) => TextBelow(Root, path);

    /// <summary>The same for a file of another folder.</summary>
    public static string? TextBelow(string folder, string path) =>
        Path.Combine(folder, path) is var file && File.Exists(file) ? File.ReadAllText(file) : null;

    private static string? Find(string? directory)
    {
        while (directory is not null && !File.Exists(Path.Combine(directory, "DocsPipeline.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory;
    }
}
