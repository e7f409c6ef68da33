using DocsPipeline.Diagnostics;

namespace DocsPipeline.Systems.Http;

/// <summary>
/// A write left and no usable answer came: it may or may not have happened (DOC0907). The caller reads back and decides; sending it again
/// blindly duplicates, calling it failed loses.
/// </summary>
public sealed class UnknownOutcomeException(string system, string method, string target, string reason)
    : PipelineException(ExitCode.PartlyApplied, Catalogue.Systems.OutcomeIsUnknown.At(
        system,
        SourceSpan.Start,
        $"{system} did not say whether it did what was asked",
        help: "run the same target again: it reads first and only does what is missing",
        notes: [$"{method} {target}", reason]))
{
    public string System { get; } = system;
}
