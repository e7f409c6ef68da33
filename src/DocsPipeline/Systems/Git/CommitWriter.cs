using System.Text;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// Makes a commit with one <c>git fast-import</c>: blobs, trees and the commit in one process, where the index commands would need one for each file. The
/// temporary ref that fast-import asks for is gone afterwards.
/// </summary>
internal sealed class CommitWriter(GitProgram git)
{
    public async Task<string> WriteAsync(CommitDraft draft, CancellationToken cancellation)
    {
        var reference = $"refs/drafts/{Guid.NewGuid():N}";
        using var stream = new MemoryStream();
        Write(stream, $"commit {reference}\nmark :1\n");
        Write(stream, $"author {Person(draft)}\ncommitter {Person(draft)}\n");
        WriteBytes(stream, Encoding.UTF8.GetBytes(draft.Message.TrimEnd() + "\n"));
        if (draft.Parent is { } parent)
        {
            Write(stream, $"from {parent}\n");
        }

        if (draft.MergedParent is { } merged)
        {
            Write(stream, $"merge {merged}\n");
        }

        foreach (var change in draft.Changes)
        {
            var path = Quoted(change.Path);
            Write(stream, change.Blob is { } blob ? $"M 100644 {blob} {path}\n" : change.Bytes is null ? $"D {path}\n" : $"M 100644 inline {path}\n");
            if (change.Bytes is { } bytes)
            {
                WriteBytes(stream, bytes.Span);
            }
        }

        Write(stream, "\nget-mark :1\ndone\n");
        var output = await git.RunAsync(["fast-import", "--quiet", "--done", "--date-format=raw"], cancellation, stream.GetBuffer().AsMemory(0, (int)stream.Length));
        await git.RunAsync(["update-ref", "-d", reference], cancellation);
        return output.Text;
    }

    private static string Person(CommitDraft draft) => $"{Plain(draft.Author.Name)} <{Plain(draft.Author.Email)}> {draft.Date.ToUnixTimeSeconds()} +0000";

    private static string Plain(string text) => new([.. text.Where(character => character is not ('<' or '>') && !char.IsControl(character))]);

    private static void WriteBytes(MemoryStream stream, ReadOnlySpan<byte> bytes)
    {
        Write(stream, $"data {bytes.Length}\n");
        stream.Write(bytes);
        stream.WriteByte((byte)'\n');
    }

    private static void Write(MemoryStream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text));

    // git itself refuses most of these only when somebody checks the commit out.
    private static string Quoted(string path) =>
        path.Length == 0 || path.Contains('\\', StringComparison.Ordinal) || path.Any(char.IsControl)
        || path.Split('/').Any(part => part is "" or "." or ".." || part.Equals(".git", StringComparison.OrdinalIgnoreCase))
            ? throw new GitException("fast-import", $"`{path}` is not a path that a repository may hold")
            : $"\"{path.Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
