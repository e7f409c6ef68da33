using DocsPipeline.Diagnostics;

namespace DocsPipeline.Systems.Git;

/// <summary>git ended with an error (DOC0908), or its remote did not answer (DOC0903, exit 69).</summary>
public sealed class GitException : PipelineException
{
    public GitException(string command, string reason)
        : base(IsUnreachable(reason) ? ExitCode.Unreachable : ExitCode.Errors, Tell(command, reason))
    {
        Reason = reason;
    }

    public string Reason { get; }

    private static Diagnostic Tell(string command, string reason) => IsUnreachable(reason)
        ? Catalogue.Systems.SystemIsUnreachable.At("git", SourceSpan.Start, "the documents' repository does not answer", notes: reason)
        : Catalogue.Configuration.GitFailed.At("git", SourceSpan.Start, $"git {command} failed", notes: reason);

    private static bool IsUnreachable(string reason) =>
        reason.Contains("Could not resolve host", StringComparison.Ordinal)
        || reason.Contains("Failed to connect", StringComparison.Ordinal)
        || reason.Contains("Couldn't connect", StringComparison.Ordinal)
        || reason.Contains("Connection refused", StringComparison.Ordinal);
}
