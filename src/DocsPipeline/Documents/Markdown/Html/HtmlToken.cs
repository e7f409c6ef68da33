namespace DocsPipeline.Documents.Markdown.Html;

/// <summary>A piece of raw HTML in a document; the offset counts from the beginning of the piece that was cut up.</summary>
internal abstract record HtmlToken(int Start, int Length);

internal sealed record HtmlText(string Text, int Start, int Length) : HtmlToken(Start, Length);

internal sealed record HtmlOpenTag(
    string Name, IReadOnlyList<KeyValuePair<string, string>> Attributes, bool SelfClosing, int Start, int Length)
    : HtmlToken(Start, Length)
{
    public string? this[string attribute] => Attributes.Where(pair => pair.Key == attribute).Select(pair => pair.Value).FirstOrDefault();
}

internal sealed record HtmlCloseTag(string Name, int Start, int Length) : HtmlToken(Start, Length);

/// <summary>A comment: for people who read the source, never for partners.</summary>
internal sealed record HtmlComment(string Text, int Start, int Length) : HtmlToken(Start, Length);

/// <summary>Declarations, instructions, CDATA and whatever else begins with <c>&lt;</c> and is no tag.</summary>
internal sealed record HtmlOther(int Start, int Length) : HtmlToken(Start, Length);
