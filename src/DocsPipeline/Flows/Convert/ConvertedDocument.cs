using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Convert;

/// <summary>What became of one file; the path is relative to the input folder, with <c>/</c>.</summary>
public sealed record ConvertedDocument(
    string File, bool Ok, int Converted, int Preserved, int Dropped, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>A file that nothing was written of, and why.</summary>
    internal static ConvertedDocument Refused(string file, Diagnostic reason) => new(file, Ok: false, 0, 0, 0, [reason]);
}
