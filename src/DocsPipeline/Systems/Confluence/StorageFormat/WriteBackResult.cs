using DocsPipeline.Diagnostics;

namespace DocsPipeline.Systems.Confluence.StorageFormat;

/// <summary>Markdown as storage format; <see cref="Storage"/> is null where the Markdown or the base could not be read.</summary>
public sealed record WriteBackResult(string? Storage, ConversionReport Report, IReadOnlyList<Diagnostic> Diagnostics);
