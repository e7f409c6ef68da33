using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>
/// Reads storage format: a well-formed XML fragment with many roots, undeclared prefixes and HTML 4's entities. A document type, an entity
/// of its own or anything else that XML would fetch or expand is refused, never followed.
/// </summary>
internal sealed class StorageScanner
{
    private readonly string source;
    private readonly StorageTree tree;
    private readonly TagScanner tags;
    private int position;
    private int depth;
    private int open;

    private StorageScanner(string source)
    {
        this.source = source;
        tree = new StorageTree(source);
        tags = new TagScanner(source);
    }

    /// <summary>The tree of a page, or the one fault that made it unreadable.</summary>
    public static StorageTree? Scan(string source, out ScanFault? fault)
    {
        fault = null;
        if (source.Length > ConversionLimits.StorageCharacters)
        {
            fault = new ScanFault(FindingKind.PageIsTooLarge, 0,
                $"page has {source.Length} characters, more than {ConversionLimits.StorageCharacters}");
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

    /// <summary>Whether a page has a tree, for who needs none.</summary>
    public static bool IsReadable(string source)
    {
        var tree = Scan(source, out _);
        tree?.Release();
        return tree is not null;
    }

    private void Run()
    {
        CharacterCheck.Run(source);
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
            throw ScanException.Broken(tree[open].Start, $"element <{tree.NameOf(open)}> is never closed");
        }
    }

    private void Text()
    {
        var start = position;
        while (true)
        {
            var stop = source.AsSpan(position).IndexOfAny('<', '&', ']');
            position = stop < 0 ? source.Length : position + stop;
            if (position == source.Length || source[position] == '<')
            {
                break;
            }

            if (source[position] == '&')
            {
                position += tags.Reference(position);
            }
            else if (source.AsSpan(position).StartsWith("]]>"))
            {
                throw ScanException.Broken(position, "]]> stands outside of a CDATA section");
            }
            else
            {
                position++;
            }
        }

        Close(tree.Add(NodeKind.Text, start, open), start, position);
    }

    private void StartTag()
    {
        var start = position++;
        var name = tags.Name(ref position);
        if (name.IsEmpty)
        {
            throw ScanException.Broken(start, "< starts no tag");
        }

        var element = ElementNames.Of(name);
        if (element == Element.Other)
        {
            tags.RequirePrefix(name, start);
        }

        if (++depth > ConversionLimits.Depth)
        {
            throw new ScanException(
                new ScanFault(FindingKind.NestingIsTooDeep, start, $"elements are nested more than {ConversionLimits.Depth} deep"));
        }

        var index = tree.Add(NodeKind.Element, start, open);
        tree[index].Element = element;
        tree[index].NameEnd = position;
        tags.Attributes(ref position, tree, index);
        if (source[position] == '/')
        {
            position++;
            if (position == source.Length || source[position] != '>')
            {
                throw ScanException.Broken(start, "tag is never closed");
            }

            position++;
            depth--;
            Close(index, position, position);
            return;
        }

        position++;
        tree[index].InnerStart = position;
        open = index;
    }

    private void EndTag()
    {
        var start = position;
        position += 2;
        if (open != 0 && tree.NameOf(open) is var expected && source.AsSpan(position).StartsWith(expected)
            && position + expected.Length is var after && after < source.Length && source[after] == '>')
        {
            position = after + 1;
        }
        else
        {
            UnusualEndTag(start);
        }

        depth--;
        var closing = open;
        open = tree[closing].Parent;
        Close(closing, tree[closing].InnerStart, start);
    }

    /// <summary>One with space in it, or one that is wrong.</summary>
    private void UnusualEndTag(int start)
    {
        var name = tags.Name(ref position);
        tags.SkipSpace(ref position);
        if (name.IsEmpty || position == source.Length || source[position] != '>')
        {
            throw ScanException.Broken(start, "end tag is not complete");
        }

        position++;
        if (open == 0 || !tree.NameOf(open).SequenceEqual(name))
        {
            throw ScanException.Broken(start,
                open == 0 ? $"</{name}> closes nothing" : $"</{name}> stands where </{tree.NameOf(open)}> was expected");
        }
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
                throw ScanException.Broken(start, "-- cannot stand in a comment");
            }
        }
        else if (rest.StartsWith("<?") && !rest.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && rest.Length > 2
            && (char.IsLetter(rest[2]) || rest[2] == '_'))
        {
            Section(NodeKind.Instruction, 2, "?>", "processing instruction is never closed");
        }
        else
        {
            throw new ScanException(new ScanFault(FindingKind.DeclarationIsRefused, start, "declarations have no place in a page"));
        }
    }

    private int Section(NodeKind kind, int opening, string closing, string fault)
    {
        var start = position;
        var inner = Math.Min(start + opening, source.Length);
        var end = source.AsSpan(inner).IndexOf(closing);
        if (end < 0)
        {
            throw ScanException.Broken(start, fault);
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
}
