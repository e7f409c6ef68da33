using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Convert;

/// <summary>What became of all files, by path.</summary>
public sealed record ConvertReport(IReadOnlyList<ConvertedDocument> Documents)
{
    public int Failed => Documents.Count(document => !document.Ok);

    public ExitCode ExitCode(bool strict) => strict && Failed > 0 ? Diagnostics.ExitCode.Errors : Diagnostics.ExitCode.Done;
}
