using System.Globalization;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Which characters of a text Markdown would read as more than text, by what stands around them.</summary>
internal static class TextEscapes
{
    private const int Longest = 256;

    /// <summary>Brackets may stand in the text of a link as long as each closes and none makes a link of its own.</summary>
    public static bool IsBalanced(ReadOnlySpan<char> text)
    {
        var depth = 0;
        for (var at = text.IndexOfAny('[', ']'); at >= 0 && depth >= 0; at = text.IndexOfAny('[', ']'))
        {
            depth += text[at] == '[' ? 1 : -1;
            var next = at + 1 < text.Length ? text[at + 1] : ' ';
            if (text[at] == '[' ? next is '^' : next is '(' or '[' or ':')
            {
                return false;
            }

            text = text[(at + 1)..];
        }

        return depth == 0;
    }

    /// <summary>Whether what follows an ampersand could make a reference of it, a semicolon included.</summary>
    public static bool BeginsReference(MarkdownSession session, int node, ReadOnlySpan<char> rest)
    {
        var length = NameLength(rest);
        if (length < rest.Length)
        {
            return Next(rest, length, isText: true) == ';';
        }

        var after = string.Concat(rest, Neighbours.TextAfter(session, node));
        length = NameLength(after);
        return length < after.Length && after[length] == ';';
    }

    /// <summary>Whether what follows <c>&lt;</c> could make an e-mail address in angle brackets of it.</summary>
    public static bool MayBeginAddress(MarkdownSession session, int node, ReadOnlySpan<char> rest)
    {
        if (!session.Addresses.MayHaveEmail(node))
        {
            return false;
        }

        // No address is as long as that.
        var near = rest[..Math.Min(rest.Length, Longest)];
        var end = near.IndexOfAny(" \t\r\n");
        if (end >= 0 || near.Length < rest.Length)
        {
            return near[..(end < 0 ? near.Length : end)].Contains('@');
        }

        var word = string.Concat(near, Neighbours.TextAfter(session, node)).Split(' ', '\t', '\r', '\n')[0];
        return word.Contains('@') || word.EndsWith(LineText.Mark);
    }

    private static int NameLength(ReadOnlySpan<char> text)
    {
        var length = text.StartsWith("#") ? 1 : 0;
        while (length < text.Length && char.IsAsciiLetterOrDigit(text[length]))
        {
            length++;
        }

        return length;
    }

    public static char Next(ReadOnlySpan<char> source, int at, bool isText)
    {
        if (!isText || source[at] != '&')
        {
            return source[at].IsSpace() ? ' ' : source[at];
        }

        return Entities.Read(source[at..], out var rune) > 0 && rune.Utf16SequenceLength == 1 ? (char)rune.Value : '&';
    }

    public static bool NeedsBackslash(MarkdownOutput output, char character, char next, InlineContext context)
    {
        var previous = output.Last;
        // In a cell, a heading or behind a task's box nothing begins a block.
        var inLine = context.Table || context.OneLine;
        var isFirst = output.AtContentStart && !inLine;
        return character switch
        {
            // What nobody sees is written as a reference, whose ampersand a backslash would escape.
            '\\' => next == '\u00A0' || IsInvisible(next) || (next < 128 && !IsSpace(next) && !char.IsAsciiLetterOrDigit(next)),
            '`' => true,
            '*' => !(IsSpace(previous) && IsSpace(next)) || isFirst,
            '_' => !(IsWord(previous) && IsWord(next)) && !(IsSpace(previous) && IsSpace(next)),
            '~' => !(IsSpace(previous) && IsSpace(next)),
            '[' => context.Link || next == '^' || (isFirst && next is ' ' or 'x' or 'X' or '!'),
            ']' => context.Link || next == '('
                || (next == ':' && !output.AtContentStart && output.Slice(output.ContentStart)[0] is '[' or '\\'),
            '!' => next is '[' or '<',
            '#' or '+' or '-' or '=' or '>' or ':' or '|' => isFirst && StartsBlock(character, next),
            '.' or ')' => !inLine && IsSpace(next) && IsNumberSoFar(output),
            _ => false,
        };
    }

    private static bool StartsBlock(char character, char next) => character switch
    {
        '>' or '|' => true,
        '#' => next == '#' || IsSpace(next),
        '-' or '=' or ':' => next == character || IsSpace(next) || next is '|' or '-' or ':',
        _ => IsSpace(next),
    };

    /// <summary><c>1.</c> at the start of a line would begin a list.</summary>
    public static bool IsNumberSoFar(MarkdownOutput output)
    {
        var length = output.AtContentStart ? 0 : output.Length - output.ContentStart;
        if (length is 0 or > 9)
        {
            return false;
        }

        foreach (var character in output.Slice(output.ContentStart))
        {
            if (!char.IsAsciiDigit(character))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSpace(char character) => character is ' ' or '\n' or '\t' or '\0';

    private static bool IsWord(char character) => char.IsLetterOrDigit(character);

    /// <summary>Characters that nobody sees must not hide in a document that people review.</summary>
    public static bool IsInvisible(char character) =>
        character is '\u00AD' or (>= '\u2000' and <= '\u200B') or (>= '\u200E' and <= '\u200F')
        or (>= '\u2028' and <= '\u202E') or '\u202F' or (>= '\u205F' and <= '\u206F') or '\uFEFF' or '\u0085'
        || (character > 0x7F && !char.IsSurrogate(character) && char.GetUnicodeCategory(character) == UnicodeCategory.Control);
}
