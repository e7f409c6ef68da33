namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>
/// Confluence has no footnotes: a note hangs on two anchors, <c>footnote-ref-x</c> where the text names it and <c>footnote-def-x</c> where
/// it is written. The name that a note has in Markdown is a part of both.
/// </summary>
internal static class FootnoteAnchors
{
    public const string Reference = "footnote-ref-";
    public const string Definition = "footnote-def-";

    /// <summary>What the link from a note back to the text shows, as on GitHub.</summary>
    public const string Back = "↩";

    /// <summary>The name of the note that an anchor belongs to, or null.</summary>
    public static string? NameIn(string? anchor, string prefix) =>
        anchor is not null && anchor.StartsWith(prefix, StringComparison.Ordinal) && anchor[prefix.Length..] is var name
        && name.Length > 0 && name.All(IsPlain)
            ? name
            : null;

    /// <summary>A name that Markdown and anchors spell the same.</summary>
    public static string Plain(string name) =>
        name.All(IsPlain) ? name : string.Concat(name.Select(letter => IsPlain(letter) ? letter : '-'));

    private static bool IsPlain(char character) => char.IsLetterOrDigit(character) || character is '-' or '_' or '.';
}
