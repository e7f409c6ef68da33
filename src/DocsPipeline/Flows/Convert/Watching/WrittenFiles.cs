using DocsPipeline.Documents;

namespace DocsPipeline.Flows.Convert.Watching;

/// <summary>
/// What the watch itself wrote, by content. Only that may be replaced or removed: a file that somebody changed since is that person's.
/// </summary>
internal sealed class WrittenFiles(OutputFolder folder)
{
    private readonly Dictionary<string, string> contents = new(StringComparer.Ordinal);

    /// <summary>What a file holds now is ours.</summary>
    public void Remember(string file)
    {
        if (ContentOf(file) is { } content)
        {
            lock (contents)
            {
                contents[file] = content;
            }
        }
    }

    /// <summary>Whether we wrote it once and somebody changed it since; a file that is gone nobody needs.</summary>
    public bool IsEdited(string file) => Known(file) is { } ours && ContentOf(file) is { } now && now != ours;

    /// <summary>Removes what we wrote, and folders that are empty then; false where there is nothing of ours.</summary>
    public bool Remove(string file)
    {
        var ours = Known(file) is { } content && ContentOf(file) == content;
        if (ours)
        {
            File.Delete(folder.At(file));
            lock (contents)
            {
                contents.Remove(file);
            }

            RemoveEmpty(Path.GetDirectoryName(file));
        }

        return ours;
    }

    private void RemoveEmpty(string? below)
    {
        while (!string.IsNullOrEmpty(below) && !Directory.EnumerateFileSystemEntries(folder.At(below)).Any())
        {
            Directory.Delete(folder.At(below));
            below = Path.GetDirectoryName(below);
        }
    }

    private string? Known(string file)
    {
        lock (contents)
        {
            return contents.GetValueOrDefault(file);
        }
    }

    private string? ContentOf(string file)
    {
        try
        {
            using var stream = File.OpenRead(folder.At(file));
            return Digest.Of(stream);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
