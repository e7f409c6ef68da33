using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Sync.Branches;

/// <summary>
/// The published branch as of one commit: its documents, schemas and settings, read from blobs and never from a work tree.
/// </summary>
public sealed record DocumentsBranch(string Head, ContentSnapshot Content)
{
    private static readonly string[] Folders = ["content/", "schemas/"];

    /// <summary>
    /// Reads the branch that the settings name. The settings stand in the branch: those of <c>main</c> say which one counts.
    /// </summary>
    public static async Task<DocumentsBranch> ReadAsync(GitRepository repository, CancellationToken cancellation)
    {
        var main = await ReadAsync(repository, "main", cancellation);
        return main.Content.Settings.Branch == "main" ? main : await ReadAsync(repository, main.Content.Settings.Branch, cancellation);
    }

    private static async Task<DocumentsBranch> ReadAsync(GitRepository repository, string branch, CancellationToken cancellation)
    {
        var head = await repository.ResolveAsync(branch, cancellation) ?? throw new PipelineException(
            ExitCode.Errors, Catalogue.Configuration.SettingsAreBroken.At(
                PipelineSettings.Path, SourceSpan.Start, $"the repository has no branch `{branch}`"));
        return new DocumentsBranch(head, new ContentSnapshot(await repository.ReadTreeAsync(head, Folders, cancellation)));
    }
}
