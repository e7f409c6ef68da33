namespace Build;

/// <summary>The checkout that this program belongs to, wherever it was started from.</summary>
internal static class Repository
{
    /// <summary>The folder the person stood in; targets run in <see cref="Root"/>.</summary>
    public static string StartedIn { get; } = Directory.GetCurrentDirectory();

    public static string Root { get; } = Find(AppContext.BaseDirectory) ?? Find(StartedIn) ?? StartedIn;

    private static string? Find(string? directory)
    {
        while (directory is not null && !File.Exists(Path.Combine(directory, "DocsPipeline.sln")))
        {
            directory = Path.GetDirectoryName(directory);
        }

        return directory;
    }
}
