using System.Globalization;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Which names a tree may hold. Those refused here lead out of the repository, or into its own folder, on one system or another: HFS+
/// ignores invisible characters and the case of letters, NTFS ignores trailing dots and spaces, knows short names and streams.
/// </summary>
internal static class EntryName
{
    /// <summary>What is wrong with the name of one entry; null where nothing is.</summary>
    public static string? Fault(string name) => name switch
    {
        "" => "has no name",
        "." or ".." => "leads to another folder",
        _ when name.Contains('/', StringComparison.Ordinal) => "has a path for a name",
        _ when name.Contains('\uFFFD', StringComparison.Ordinal) => "has a name that is not in UTF-8",
        _ when name.Split('\\').Any(IsRepositoryFolder) => "leads into the repository's own folder",
        _ => null,
    };

    /// <summary>Whether a file may be written at this path.</summary>
    public static bool IsWritable(string path) =>
        !path.Contains('\\', StringComparison.Ordinal) && !path.Any(char.IsControl) && path.Split('/').All(name => Fault(name) is null);

    private static bool IsRepositoryFolder(string name)
    {
        var visible = string.Concat(name.Where(letter => char.GetUnicodeCategory(letter) != UnicodeCategory.Format));
        var plain = visible.Split(':')[0].TrimEnd('.', ' ');
        return plain.Equals(".git", StringComparison.OrdinalIgnoreCase) || plain.Equals("git~1", StringComparison.OrdinalIgnoreCase);
    }
}
