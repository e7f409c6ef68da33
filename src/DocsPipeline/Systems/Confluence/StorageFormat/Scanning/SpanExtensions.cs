namespace DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

internal static class SpanExtensions
{
    /// <summary>XML's whitespace, not Unicode's: a no-break space is text.</summary>
    public static bool IsWhiteSpaceOnly(this ReadOnlySpan<char> text) => !text.ContainsAnyExcept(" \t\r\n");

    public static bool IsSpace(this char character) => character is ' ' or '\t' or '\r' or '\n';
}
