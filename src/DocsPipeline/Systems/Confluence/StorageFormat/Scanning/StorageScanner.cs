using System.Buffers;
using System.Text;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

/// <summary>
/// Reads storage format: a well-formed XML fragment with many roots, undeclared prefixes and HTML 4's entities. A document type, an entity of its own or
/// anything else that XML would fetch or expand is refused, never followed.
/// </summary>
internal sealed class StorageScanner
{
    public const int MaximumLength = 1024 * 1024;
    public const int MaximumDepth = 128;

    private static readonly SearchValues<char> TextStops = SearchValues.Create("<&]");

    private static readonly SearchValues<char> Illegal = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\v\f\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\uFFFE\uFFFF");

    private readonly string source;
    private readonly StorageTree tree;
    private int position;
    private int depth;
    private int open;

    private StorageScanner(string source)
    {
        this.source = source;
        tree = new StorageTree(source);
    }

    /// <summary>The tree of a page, or the one fault that made it unreadable.</summary>
    public static StorageTree? Scan(string source, out ScanFault? fault)
    {
        fault = null;
        if (source.Length > MaximumLength)
        {
            fault = new ScanFault(Catalogue.Conversion.PageIsTooLarge, 0, $"page has {source.Length} characters, more than {MaximumLength}");
            return null;
        }

        var scanner = new StorageScanner(source);
        try
        {
            scanner.Run();
            return scanner.tree;
        }
        catch (ScanException exception)
        {
            fault = exception.Fault;
            return null;
        }
    }

    private void Run()
    {
        CheckCharacters();
        ref var root = ref tree[tree.Add(NodeKind.Root, 0, 0)];
        root.End = root.InnerEnd = source.Length;
        while (position < source.Length)
        {
            if (source[position] != '<')
            {
                Text();
            }
            else if (position + 1 < source.Length && source[position + 1] is '/')
            {
                EndTag();
            }
            else if (position + 1 < source.Length && source[position + 1] is '!' or '?')
            {
                Declaration();
            }
            else
            {
                StartTag();
            }
        }

        if (open != 0)
        {
            throw Broken(tree[open].Start, $"element <{tree.NameOf(open)}> is never closed");
        }
    }

    private void CheckCharacters()
    {
        var illegal = source.AsSpan().IndexOfAny(Illegal);
        if (illegal >= 0)
        {
            throw Broken(illegal, $"character U+{(int)source[illegal]:X4} is not allowed in XML");
        }

        for (var at = source.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0;)
        {
            if (Rune.DecodeFromUtf16(source.AsSpan(at), out _, out var consumed) != OperationStatus.Done)
            {
                throw Broken(at, "half of a surrogate pair is not a character");
            }

            var next = source.AsSpan(at + consumed).IndexOfAnyInRange('\uD800', '\uDFFF');
            at = next < 0 ? -1 : at + consumed + next;
        }
    }

    private void Text()
    {
        var start = position;
        while (true)
        {
            var stop = source.AsSpan(position).IndexOfAny(TextStops);
            position = stop < 0 ? source.Length : position + stop;
            if (position == source.Length || source[position] == '<')
            {
                break;
            }

            if (source[position] == '&')
            {
                position += Reference(position);
            }
            else if (source.AsSpan(position).StartsWith("]]>"))
            {
                throw Broken(position, "]]> stands outside of a CDATA section");
            }
            else
            {
                position++;
            }
        }

        Close(tree.Add(NodeKind.Text, start, open), start, position);
    }

    private int Reference(int at)
    {
        var length = Entities.Read(source.AsSpan(at), out _);
        if (length == 0)
        {
            var name = source.AsSpan(at + 1, Math.Min(source.Length - at - 1, 32));
            var end = name.IndexOf(';');
            throw end > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '#') && !name[..end].ContainsAny(" <&\"'")
                ? new ScanException(new ScanFault(Catalogue.Conversion.EntityIsUnknown, at, $"entity &{name[..end]}; is not one that storage format knows"))
                : Broken(at, "& starts no character reference");
        }

        return length;
    }

    private void StartTag()
    {
        var start = position++;
        var name = Name();
        if (name.IsEmpty)
        {
            throw Broken(start, "< starts no tag");
        }

        if (++depth > MaximumDepth)
        {
            throw new ScanException(new ScanFault(Catalogue.Conversion.NestingIsTooDeep, start, $"elements are nested more than {MaximumDepth} deep"));
        }

        var index = tree.Add(NodeKind.Element, start, open);
        tree[index].Element = ElementNames.Of(name);
        tree[index].NameEnd = position;
        AttributeNames(start);
        ref var node = ref tree[index];
        if (source[position] == '/')
        {
            position++;
            if (position == source.Length || source[position] != '>')
            {
                throw Broken(start, "tag is never closed");
            }

            position++;
            depth--;
            Close(index, position, position);
            return;
        }

        position++;
        node.InnerStart = position;
        open = index;
    }

    /// <summary>Skips the attributes up to <c>/</c> or <c>&gt;</c>, and checks each.</summary>
    private void AttributeNames(int tag)
    {
        var first = position;
        var count = 0;
        while (true)
        {
            var space = position;
            SkipSpace();
            if (position == source.Length)
            {
                throw Broken(tag, "tag is never closed");
            }

            if (source[position] is '>' or '/')
            {
                return;
            }

            var start = position;
            var name = Name();
            if (name.IsEmpty || space == start)
            {
                throw Broken(start, $"character {source[start]} cannot stand in a tag");
            }

            Value(start);
            if (count++ > 0 && (count > 256 || Repeats(first, start, name)))
            {
                throw Broken(start, count > 256 ? "element has more than 256 attributes" : $"attribute {name} stands twice in one tag");
            }
        }
    }

    private bool Repeats(int first, int until, ReadOnlySpan<char> name)
    {
        foreach (var attribute in new AttributeReader(source, first))
        {
            if (source.AsSpan().Overlaps(attribute.Name, out var offset) && offset >= until)
            {
                return false;
            }

            if (attribute.Name.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private void Value(int attribute)
    {
        SkipSpace();
        var equals = position < source.Length && source[position] == '=';
        position += equals ? 1 : 0;
        SkipSpace();
        if (!equals || position == source.Length || source[position] is not ('"' or '\''))
        {
            throw Broken(attribute, "attribute has no value in quotes");
        }

        var quote = source[position++];
        var end = source.AsSpan(position).IndexOf(quote);
        if (end < 0)
        {
            throw Broken(attribute, "attribute value is never closed");
        }

        for (end += position; position < end; position++)
        {
            if (source[position] == '<')
            {
                throw Broken(position, "< cannot stand in an attribute value");
            }

            position += source[position] == '&' ? Reference(position) - 1 : 0;
        }

        position++;
    }

    private void EndTag()
    {
        var start = position;
        position += 2;
        var name = Name();
        SkipSpace();
        if (name.IsEmpty || position == source.Length || source[position] != '>')
        {
            throw Broken(start, "end tag is not complete");
        }

        position++;
        if (open == 0 || !tree.NameOf(open).SequenceEqual(name))
        {
            throw Broken(start, open == 0 ? $"</{name}> closes nothing" : $"</{name}> stands where </{tree.NameOf(open)}> was expected");
        }

        depth--;
        var closing = open;
        open = tree[closing].Parent;
        Close(closing, tree[closing].InnerStart, start);
    }

    private void Declaration()
    {
        var start = position;
        var rest = source.AsSpan(start);
        if (rest.StartsWith("<![CDATA["))
        {
            Section(NodeKind.CData, 9, "]]>", "CDATA section is never closed");
        }
        else if (rest.StartsWith("<!--"))
        {
            var comment = Section(NodeKind.Comment, 4, "-->", "comment is never closed");
            if (tree.Inner(comment).Contains("--", StringComparison.Ordinal) || tree.Inner(comment).EndsWith("-"))
            {
                throw Broken(start, "-- cannot stand in a comment");
            }
        }
        else if (rest.StartsWith("<?") && !rest.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && rest.Length > 2 && (char.IsLetter(rest[2]) || rest[2] == '_'))
        {
            Section(NodeKind.Instruction, 2, "?>", "processing instruction is never closed");
        }
        else
        {
            throw new ScanException(new ScanFault(Catalogue.Conversion.DeclarationIsRefused, start, "declarations have no place in a page"));
        }
    }

    private int Section(NodeKind kind, int opening, string closing, string fault)
    {
        var start = position;
        var inner = Math.Min(start + opening, source.Length);
        var end = source.AsSpan(inner).IndexOf(closing);
        if (end < 0)
        {
            throw Broken(start, fault);
        }

        position = inner + end + closing.Length;
        var index = tree.Add(kind, start, open);
        Close(index, inner, inner + end);
        return index;
    }

    private void Close(int index, int innerStart, int innerEnd)
    {
        ref var node = ref tree[index];
        node.InnerStart = innerStart;
        node.InnerEnd = innerEnd;
        node.End = position;
    }

    private ReadOnlySpan<char> Name()
    {
        var start = position;
        while (position < source.Length && (char.IsLetter(source[position]) || source[position] is '_' or ':'
            || (position > start && (char.IsLetterOrDigit(source[position]) || source[position] is '-' or '.' or '\u00B7' || char.GetUnicodeCategory(source[position]) == System.Globalization.UnicodeCategory.NonSpacingMark))))
        {
            position++;
        }

        return source.AsSpan(start, position - start);
    }

    private void SkipSpace()
    {
        while (position < source.Length && source[position].IsSpace())
        {
            position++;
        }
    }

    private static ScanException Broken(int offset, string message) =>
        new(new ScanFault(Catalogue.Conversion.StorageIsNotWellFormed, offset, message));

    private sealed class ScanException(ScanFault fault) : Exception
    {
        public ScanFault Fault { get; } = fault;
    }
}
