using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Convert;

/// <summary>What became of one file; the path is relative to the input folder, with <c>/</c>.</summary>
public sealed record ConvertedDocument(
    string File, bool Ok, int Converted, int Preserved, int Dropped, IReadOnlyList<Diagnostic> Diagnostics);
