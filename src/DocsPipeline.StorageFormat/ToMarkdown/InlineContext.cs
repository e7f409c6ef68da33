namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// Where inline content is written: as HTML or as Markdown, in a pipe table's cell, in the text of a link, where a line may not break.
/// </summary>
internal readonly record struct InlineContext(bool Html = false, bool Table = false, bool Link = false, bool OneLine = false);
