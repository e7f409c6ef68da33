namespace DocsPipeline.Flows.Convert;

/// <summary>Where a path leads when every link on the way is followed; two names of one folder become the same.</summary>
internal static class RealPath
{
    /// <summary>As file systems mostly compare names there; on a volume that does otherwise, too much is taken for the same.</summary>
    public static StringComparer Comparer { get; } =
        OperatingSystem.IsWindows() || OperatingSystem.IsMacOS() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>The path without links; what does not exist yet stays as it is written.</summary>
    public static string Of(string path)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent)
        {
            return full;
        }

        var here = Path.Combine(Of(parent), Path.GetFileName(full));
        // The final target, which may stand in a folder that is a link itself.
        return Target(here) is { } target ? Of(target) : here;
    }

    /// <summary>Whether one real path is somewhere below another.</summary>
    public static bool IsWithin(string path, string folder) =>
        Path.GetDirectoryName(path) is { } parent && (Comparer.Equals(parent, folder) || IsWithin(parent, folder));

    private static string? Target(string path)
    {
        try
        {
            return Directory.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            // Links that lead in a circle lead nowhere: the folder cannot be used, which its user says better.
            return null;
        }
    }
}
