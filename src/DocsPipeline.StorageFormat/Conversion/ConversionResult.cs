namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>
/// A page as Markdown. <see cref="Markdown"/> is null where the storage format could not be read; the findings then say why, with line and
/// column in the storage. <see cref="Attachments"/> are verbatim file names of this page; <see cref="OpenInlineComments"/> are the
/// references of inline comments whose markers stand in the page.
/// </summary>
public sealed record ConversionResult(
    string? Markdown,
    PageProperties? Properties,
    ConversionReport Report,
    IReadOnlyList<string> Attachments,
    IReadOnlyList<string> OpenInlineComments,
    IReadOnlyList<ConversionFinding> Findings);
