namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// Where inline content is written: as HTML or as Markdown, in a pipe table's cell, in the text of a link, between the brackets of one,
/// where a line may not break.
/// </summary>
internal readonly record struct InlineContext(
    bool Html = false, bool Table = false, bool Link = false, bool Bracket = false, bool OneLine = false)
{
    /// <summary>The text of a link whose brackets stand around it: nothing in it is linked of itself.</summary>
    public InlineContext InBrackets() => this with { Link = true, Bracket = true };
}
