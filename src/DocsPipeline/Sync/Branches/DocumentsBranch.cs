using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Systems.Git;

namespace DocsPipeline.Sync.Branches;

/// <summary>The published branch as of one commit: its documents, schemas and settings, read from blobs and never from a work tree.</summary>
public sealed record DocumentsBranch(string Head, IReadOnlyList<ContentFile> Files, PipelineSettings Settings)
{
    private static readonly string[] Folders = ["content/", "schemas/"];

    /// <summary>Reads the branch that the settings name. The settings stand in the branch: those of <c>main</c> say which one counts.</summary>
    public static async Task<DocumentsBranch> ReadAsync(GitRepository repository, CancellationToken cancellation)
    {
        var main = await ReadAsync(repository, "main", cancellation);
        return main.Settings.Branch == "main" ? main : await ReadAsync(repository, main.Settings.Branch, cancellation);
    }

    private static async Task<DocumentsBranch> ReadAsync(GitRepository repository, string branch, CancellationToken cancellation)
    {
        var head = await repository.ResolveAsync(branch, cancellation) ?? throw new PipelineException(
            ExitCode.Errors, Catalogue.Configuration.SettingsAreBroken.At(PipelineSettings.Path, SourceSpan.Start, $"the repository has no branch `{branch}`"));
        var files = await repository.ReadTreeAsync(head, Folders, cancellation);
        return new DocumentsBranch(head, files, PipelineSettingsReader.Read(files));
    }
}
