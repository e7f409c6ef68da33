using DocsPipeline.Diagnostics;

namespace DocsPipeline.Systems.Git;

/// <summary>git could not do what was asked (DOC0908), or its remote did not answer (DOC0903, exit 69).</summary>
public sealed class GitException : PipelineException
{
    public GitException(string command, string reason)
        : this(
            ExitCode.Errors,
            Catalogue.Configuration.GitFailed.At(
                "git", SourceSpan.Start, $"git {command} failed", notes: reason,
                help: "if it stays so, delete the private clone below `artifacts/work/`: the next run fetches it again"),
            reason)
    {
    }

    private GitException(ExitCode exit, Diagnostic diagnostic, string reason)
        : base(exit, diagnostic) => Reason = reason;

    public string Reason { get; }

    /// <summary>Nobody answers, too late, or only with server errors; where this is thrown the remote was not changed.</summary>
    public static GitException Unreachable(string reason) => new(
        ExitCode.Unreachable,
        Catalogue.Systems.SystemIsUnreachable.At("git", SourceSpan.Start, "the documents' repository does not answer", notes: reason),
        reason);
}
