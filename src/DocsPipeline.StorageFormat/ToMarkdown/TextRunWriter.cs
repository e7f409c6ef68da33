using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Writes the text of a page so that Markdown reads it as text, with as few escapes as that takes.</summary>
internal static class TextRunWriter
{
    /// <summary>What may need thought wherever it stands: line ends, and what nobody sees.</summary>
    private static readonly string Anywhere = string.Concat(Enumerable.Range(0, 0x2080).Append(0xFEFF).Select(code => (char)code)
        .Where(code => code is '\t' or '\r' or '\n' or '\u00A0' || TextEscapes.IsInvisible(code)));

    /// <summary>
    /// What may need thought within a line of Markdown; nearly all text runs from one of these to the next, and is copied.
    /// </summary>
    private static readonly CharacterSet InMarkdown = new(Anywhere + "<&*_~`\\[]!|:");

    private static readonly CharacterSet InHtml = new(Anywhere + "<>&:");

    public static void Write(MarkdownSession session, int node, InlineContext context)
    {
        var output = session.Out;
        var source = session.Tree[node].Kind == NodeKind.CData ? session.Tree.Inner(node) : session.Tree.Outer(node);
        var isText = session.Tree[node].Kind == NodeKind.Text;
        if (output.AtContentStart || session.SkipsSpace)
        {
            source = source.TrimStart(" \t\r\n");
            session.SkipsSpace &= source.IsEmpty;
        }

        var offset = (isText ? session.Tree[node].End : session.Tree[node].InnerEnd) - source.Length;

        if (!source.IsEmpty && source[^1].IsSpace() && Neighbours.After(session, node) == '\n')
        {
            source = source.TrimEnd(" \t\r\n");
        }

        if (source.IsEmpty)
        {
            return;
        }

        output.Touch();
        var start = output.Length;
        session.Words = (session.Words.End == start ? session.Words.Start : start, start);
        for (var at = 0; at < source.Length;)
        {
            if (context.Html || context.Bracket || session.Addresses.Next(node, offset + at) is not { } span)
            {
                Write(session, node, source, at, source.Length, context);
                break;
            }

            var (from, to) = (Math.Max(at, span.Start - offset), span.End - offset);
            Write(session, node, source, at, span.Form == AddressForm.Divided ? to : from, context);
            if (span.Form != AddressForm.Divided)
            {
                session.WriteAddress(Entities.Decode(source[from..to]), span.IsEnd ? span.Form : null);
            }
            else if (span.IsEnd)
            {
                output.Write(EmptyComment.Text);
            }

            session.Words = (output.Length, output.Length);
            at = to;
        }

        session.Words = session.Words with { End = output.Length };
        session.MapText(start, node, context.Html ? TextForm.Html : TextForm.Markdown);
    }

    /// <summary>Writes a part of a node's text that holds no address.</summary>
    private static void Write(MarkdownSession session, int node, ReadOnlySpan<char> source, int at, int end, InlineContext context)
    {
        var output = session.Out;
        var isText = session.Tree[node].Kind == NodeKind.Text;
        bool? isBalanced = null;
        while (at < end)
        {
            if (PlainLength(output, source[at..end], context) is var plain and > 0)
            {
                output.Write(source.Slice(at, plain));
                at += plain;
                continue;
            }

            var length = isText && source[at] == '&' ? Entities.Read(source[at..], out var rune) : (rune = default).Value;
            if (length > 0 && rune.Utf16SequenceLength == 2)
            {
                output.Write(rune.ToString());
                at += length;
                continue;
            }

            var character = length > 0 ? (char)rune.Value : source[at];
            at += Math.Max(length, 1);
            if (character.IsSpace())
            {
                at += WriteSpace(output, source, at, character);
                continue;
            }

            // The cells of a row are one line to some readers: what is alone in one may find its partner in the next.
            if (character is '*' or '_' or '~' or '`' && !context.Html && !context.Table && !output.AtContentStart
                && session.Lone.Has(node, character))
            {
                output.Write(character);
                continue;
            }

            if (context.Link && character is '[' or ']'
                && (isBalanced ??= TextEscapes.IsBalanced(Neighbours.TextAround(session.Tree, node))))
            {
                output.Write(character);
                continue;
            }

            if (character == '&' && !context.Html && !TextEscapes.BeginsReference(session, node, source[at..]))
            {
                output.Write('&');
                continue;
            }

            if (character == '<' && !context.Html && TextEscapes.MayBeginAddress(session, node, source[at..]))
            {
                output.Write("&lt;");
                continue;
            }

            var next = at < source.Length ? TextEscapes.Next(source, at, isText) : Neighbours.After(session, node);
            Write(output, character, next, context, session.Words.Start);
        }
    }

    /// <summary>Text that is not a node of the page, such as a name.</summary>
    public static void Write(MarkdownOutput output, string text, InlineContext context)
    {
        var words = output.Length;
        for (var at = 0; at < text.Length; at++)
        {
            if (PlainLength(output, text.AsSpan(at), context) is var plain and > 0)
            {
                output.Write(text.AsSpan(at, plain));
                at += plain - 1;
                continue;
            }

            Write(output, text[at].IsSpace() ? ' ' : text[at], at + 1 < text.Length ? text[at + 1] : ' ', context, words);
        }
    }

    /// <summary>Text that is a value in the page: the node it stands in, or 0.</summary>
    public static void WriteMapped(MarkdownSession session, string text, int node, InlineContext context)
    {
        var start = session.Out.Length;
        Write(session.Out, text, context);
        session.MapText(start, node, context.Html ? TextForm.Html : TextForm.Markdown);
    }

    /// <summary>How much of a text can be copied as it is. Where a line begins, and behind digits there, every character counts.</summary>
    private static int PlainLength(MarkdownOutput output, ReadOnlySpan<char> text, InlineContext context)
    {
        if (output.AtContentStart || TextEscapes.IsNumberSoFar(output))
        {
            return 0;
        }

        var end = (context.Html ? InHtml : InMarkdown).IndexIn(text);
        // Spaces before a line feed are one with it.
        return end < 0 ? text.Length : text[end].IsSpace() ? text[..end].TrimEnd(' ').Length : end;
    }

    /// <summary>
    /// Writes whitespace: a run with a line feed in it is one space, any other run stays. Answers how much more was consumed.
    /// </summary>
    private static int WriteSpace(MarkdownOutput output, ReadOnlySpan<char> source, int at, char first)
    {
        var length = 0;
        while (at + length < source.Length && source[at + length].IsSpace())
        {
            length++;
        }

        var run = source.Slice(at, length);
        if (first is '\n' or '\r' || run.ContainsAny('\n', '\r'))
        {
            if (output.Last is not (' ' or '\n'))
            {
                output.Write(' ');
            }

            return length;
        }

        output.Write(' ');
        output.Write(run.Contains('\t') ? run.ToString().Replace('\t', ' ') : run);
        return length;
    }

    private static void Write(MarkdownOutput output, char character, char next, InlineContext context, int words)
    {
        if (char.IsAsciiLetterOrDigit(character))
        {
            output.Write(character);
            return;
        }

        if (character == ':' && !output.AtContentStart && Shortcodes.EndsWith(output.Slice(Math.Max(words, output.ContentStart))))
        {
            // A nothing within the name: GitHub would show an emoji for the text.
            output.Write(EmptyComment.Text);
        }

        if (context.Html)
        {
            WriteHtml(output, character);
            return;
        }

        switch (character)
        {
            case '<':
                output.Write(char.IsAsciiLetter(next) || next is '/' or '!' or '?' ? "&lt;" : "<");
                return;
            case '&':
                output.Write(next == '#' || char.IsAsciiLetter(next) ? "&amp;" : "&");
                return;
            case '|' when context.Table:
                output.Write("\\|");
                return;
            case '\u00A0':
                output.Write("&nbsp;");
                return;
        }

        if (TextEscapes.IsInvisible(character))
        {
            output.Write(Entities.Reference(character));
            return;
        }

        if (TextEscapes.NeedsBackslash(output, character, next, context))
        {
            output.Write('\\');
        }

        output.Write(character);
    }

    private static void WriteHtml(MarkdownOutput output, char character)
    {
        switch (character)
        {
            case '<':
                output.Write("&lt;");
                break;
            case '>':
                output.Write("&gt;");
                break;
            case '&':
                output.Write("&amp;");
                break;
            case '\u00A0':
                output.Write("&nbsp;");
                break;
            default:
                output.Write(TextEscapes.IsInvisible(character) ? Entities.Reference(character) : [character]);
                break;
        }
    }
}
