using DocsPipeline.Documents.Rules.Summaries;

namespace DocsPipeline.Documents.Rules;

/// <summary>A path as a link in a document of a folder writes it.</summary>
internal static class RelativePath
{
    /// <summary>The path that was probably meant, to be pasted; null where there is none.</summary>
    public static string? Help(DocumentSummary document, string? nearest) =>
        nearest is null ? null : $"did you mean `{From(document.Folder, nearest)}`?";

    public static string From(string folder, string path)
    {
        var from = folder.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var to = path.Split('/');
        var shared = 0;
        while (shared < from.Length && shared < to.Length - 1 && from[shared] == to[shared])
        {
            shared++;
        }

        return string.Join('/', Enumerable.Repeat("..", from.Length - shared).Concat(to[shared..]));
    }
}
