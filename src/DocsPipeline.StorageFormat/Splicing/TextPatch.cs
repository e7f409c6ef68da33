using System.Text;
using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// The narrowest splice: words changed within one text of the page, so only those words change in the page. Markers, mentions and ids
/// around them are not even looked at.
/// </summary>
internal static class TextPatch
{
    /// <summary>The change of one text node, or null where the words cannot be found in its source.</summary>
    public static Replacement? For(StorageTree tree, MappedText text, string before, string after)
    {
        var (old, renewed) = (Decode(before, text.Form), Decode(after, text.Form));
        var (start, isCData) = (text.StorageStart, text.IsCData);
        var places = Places(tree.Source.AsSpan(start, text.StorageEnd - start), old, isCData);
        if (places is null || renewed.Length == 0 || renewed.AsSpan().IsWhiteSpaceOnly())
        {
            return null;
        }

        var prefix = old.AsSpan().CommonPrefixLength(renewed);
        var suffix = TextChange.CommonSuffixLength(old.AsSpan(prefix), renewed.AsSpan(prefix));
        var words = renewed[prefix..^suffix];
        return words.Contains("]]>", StringComparison.Ordinal)
            || words.Any(char.IsSurrogate) && prefix > 0 && char.IsHighSurrogate(renewed[prefix - 1])
            ? null
            : new Replacement(start + places[prefix], start + places[old.Length - suffix], isCData ? words : Entities.EncodeText(words));
    }

    /// <summary>For every character of the text, and its end, the offset in the source; whitespace runs may be longer there.</summary>
    private static int[]? Places(ReadOnlySpan<char> source, string text, bool isCData)
    {
        var places = new int[text.Length + 1];
        var at = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (!text[index].IsSpace())
            {
                at += SpaceAt(source[at..], isCData);
            }

            if (at >= source.Length)
            {
                return null;
            }

            places[index] = at;
            var length = isCData || source[at] != '&' ? 0 : Entities.Read(source[at..], out var rune);
            var character = length > 0 ? Entities.Decode(source.Slice(at, length)) : source.Slice(at, 1);
            if (!text.AsSpan(index).StartsWith(character) && !(character[0].IsSpace() && text[index].IsSpace()))
            {
                return null;
            }

            if (character.Length == 2)
            {
                places[++index] = at;
            }

            at += Math.Max(length, 1);
        }

        at += text.Length > 0 && text[^1].IsSpace() ? SpaceAt(source[at..], isCData) : 0;
        places[text.Length] = at;
        return places;
    }

    /// <summary>How much whitespace a stretch of source begins with, references to it included.</summary>
    private static int SpaceAt(ReadOnlySpan<char> source, bool isCData)
    {
        var at = 0;
        while (at < source.Length)
        {
            var length = source[at].IsSpace() ? 1
                : source[at] == '&' && !isCData && Entities.Read(source[at..], out var rune) is var read and > 0 && rune.Value < 128
                && ((char)rune.Value).IsSpace()
                    ? read
                : 0;
            if (length == 0)
            {
                return at;
            }

            at += length;
        }

        return at;
    }

    private static string Decode(string markdown, TextForm form)
    {
        if (form == TextForm.Raw)
        {
            return markdown;
        }

        markdown = markdown.Replace(EmptyComment.Text, "", StringComparison.Ordinal);

        if (form == TextForm.Html)
        {
            return Entities.Decode(markdown);
        }

        var text = new StringBuilder(markdown.Length);
        for (var at = 0; at < markdown.Length; at++)
        {
            if (markdown[at] == '\\' && at + 1 < markdown.Length && char.IsAscii(markdown[at + 1])
                && (char.IsPunctuation(markdown[at + 1]) || char.IsSymbol(markdown[at + 1])))
            {
                text.Append(markdown[++at]);
            }
            else if (markdown[at] == '&' && Entities.Read(markdown.AsSpan(at), out var rune) is var length and > 0)
            {
                text.Append(rune.ToString());
                at += length - 1;
            }
            else
            {
                text.Append(markdown[at]);
            }
        }

        return text.ToString();
    }
}
