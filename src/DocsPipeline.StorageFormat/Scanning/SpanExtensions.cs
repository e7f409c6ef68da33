using System.Runtime.CompilerServices;

namespace DocsPipeline.StorageFormat.Scanning;

internal static class SpanExtensions
{
    /// <summary>XML's whitespace, not Unicode's: a no-break space is text.</summary>
    public static bool IsWhiteSpaceOnly(this ReadOnlySpan<char> text) =>
        text.IsEmpty || (text[0].IsSpace() && !text.ContainsAnyExcept(" \t\r\n"));

    /// <summary>Line ends as <c>\n</c>. Unicode's further separators are text and stay.</summary>
    public static string WithLineFeeds(this string text) => text.Contains('\r') ? text.Replace("\r\n", "\n").Replace('\r', '\n') : text;

    public static string OnOneLine(this string text) =>
        text.AsSpan().ContainsAny('\n', '\r') ? text.WithLineFeeds().Replace('\n', ' ') : text;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSpace(this char character) => character is ' ' or '\t' or '\r' or '\n';
}
