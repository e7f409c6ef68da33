using System.Text.RegularExpressions;

namespace DocsPipeline.Sandbox.Confluence.Storage;

/// <summary>Puts the marker of an inline comment around the text it is about, without touching anything else.</summary>
internal static partial class InlineMarker
{
    /// <summary>
    /// Marks the <paramref name="index"/>-th occurrence (from 0); null when the text has not exactly <paramref name="count"/> occurrences.
    /// </summary>
    public static string? Insert(string body, string selection, int count, int index, string reference)
    {
        var written = Escape(selection);
        var places = new List<int>();
        foreach (var text in Piece().Matches(body).Select(match => match.Groups["text"]).Where(text => text.Success))
        {
            var at = body.IndexOf(written, text.Index, text.Length, StringComparison.Ordinal);
            while (at >= 0)
            {
                places.Add(at);
                var from = at + written.Length;
                at = body.IndexOf(written, from, text.Index + text.Length - from, StringComparison.Ordinal);
            }
        }

        if (places.Count != count || index < 0 || index >= count)
        {
            return null;
        }

        var place = places[index];
        var marked = $"""<ac:inline-comment-marker ac:ref="{reference}">{written}</ac:inline-comment-marker>""";
        return body[..place] + marked + body[(place + written.Length)..];
    }

    // A selection comes as plain text; the body has it as Confluence stores text.
    private static string Escape(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal);

    // CDATA and macro parameters hold no text that a reader could select.
    [GeneratedRegex(
        """<!\[CDATA\[.*?\]\]>|<ac:parameter\b.*?</ac:parameter>|<(?:[^<>"']|"[^"]*"|'[^']*')*>|(?<text>[^<]+)""", RegexOptions.Singleline)]
    private static partial Regex Piece();
}
