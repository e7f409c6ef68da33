using DocsPipeline.Diagnostics;

namespace DocsPipeline.Systems.Http;

/// <summary>Nobody answers, or only with server errors (DOC0903, exit 69); where this is thrown nothing was changed by the call.</summary>
public sealed class UnreachableException(string system, Uri address, string reason)
    : PipelineException(ExitCode.Unreachable, Catalogue.Systems.SystemIsUnreachable.At(
        system, SourceSpan.Start, $"{system} does not answer at {address.GetLeftPart(UriPartial.Authority)}", notes: reason))
{
    public string System { get; } = system;
}
