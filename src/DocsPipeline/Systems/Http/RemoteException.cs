using DocsPipeline.Diagnostics;

namespace DocsPipeline.Systems.Http;

/// <summary>
/// A system answered no (DOC0904). <see cref="Code"/> is the system's own word where it has one (<c>VERSION_CONFLICT</c>,
/// <c>validation_failed</c>); the text comes from outside and is already shortened, on one line and free of our secrets.
/// </summary>
public sealed class RemoteException : PipelineException
{
    public RemoteException(string system, string method, string target, int status, string code, string reason, string? traceId = null)
        : base(ExitCode.Errors, Tell(system, method, target, status, reason, traceId))
    {
        (System, Status, Code, Reason) = (system, status, code, reason);
    }

    public string System { get; }

    public int Status { get; }

    public string Code { get; }

    public string Reason { get; }

    private static Diagnostic Tell(string system, string method, string target, int status, string reason, string? traceId)
    {
        var notes = new List<string> { $"{method} {target}" };
        if (traceId is not null)
        {
            notes.Add($"trace id {traceId}");
        }

        var help = status switch
        {
            401 => $"check the credentials of {system}: it does not know them, or they have expired",
            403 => $"the account that {system} sees here lacks a permission, or the rate limit is spent",
            _ => null,
        };
        return Catalogue.Systems.SystemRefused.At(
            system, SourceSpan.Start, $"{system} answered {status}: {reason}", help: help, notes: [.. notes]);
    }
}
