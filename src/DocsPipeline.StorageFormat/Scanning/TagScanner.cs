using System.Runtime.CompilerServices;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>Names, attributes and references: what stands inside of a tag, checked as XML wants it.</summary>
internal sealed class TagScanner(string source)
{
    private const int MaximumAttributes = 256;

    /// <summary>Reads the attributes up to <c>/</c> or <c>&gt;</c> into a node of the tree, and checks each.</summary>
    public void Attributes(ref int position, StorageTree tree, int node)
    {
        while (true)
        {
            var space = position;
            SkipSpace(ref position);
            if (position == source.Length)
            {
                throw ScanException.Broken(tree[node].Start, "tag is never closed");
            }

            if (source[position] is '>' or '/')
            {
                return;
            }

            var start = position;
            var name = Name(ref position);
            RequirePrefix(name, start);
            if (name.IsEmpty || space == start)
            {
                throw ScanException.Broken(start, $"character {source[start]} cannot stand in a tag");
            }

            var nameEnd = position;
            Value(start, ref position, out var valueStart);
            if (tree.Attributes(node).Count == MaximumAttributes)
            {
                throw ScanException.Broken(start, $"element has more than {MaximumAttributes} attributes");
            }

            if (tree.HasAttribute(node, name))
            {
                throw ScanException.Broken(start, $"attribute {name} stands twice in one tag");
            }

            tree.AddAttribute(node, new AttributePlace(start, nameEnd, valueStart, position - 1));
        }
    }

    /// <summary>Whether every page may use a prefix.</summary>
    public static bool IsDeclared(ReadOnlySpan<char> prefix) => prefix is "ac" or "ri" or "at" or "fab" or "xml" or "xmlns";

    /// <summary>Confluence declares its own prefixes; any other must be declared by the page.</summary>
    public void RequirePrefix(ReadOnlySpan<char> name, int at)
    {
        var colon = name.IndexOf(':');
        if (colon < 0)
        {
            return;
        }

        var local = name[(colon + 1)..];
        if (local.IsEmpty || local.Contains(':') || !(char.IsLetter(local[0]) || local[0] == '_'))
        {
            throw ScanException.Broken(at, $"{name} is no name of prefix and local part");
        }

        if (IsDeclared(name[..colon]))
        {
            return;
        }

        var prefix = name[..colon].ToString();
        if (!source.Contains($"xmlns:{prefix}=", StringComparison.Ordinal))
        {
            throw ScanException.Broken(at, $"prefix {prefix} is not declared");
        }
    }

    private void Value(int attribute, ref int position, out int start)
    {
        SkipSpace(ref position);
        var equals = position < source.Length && source[position] == '=';
        position += equals ? 1 : 0;
        SkipSpace(ref position);
        if (!equals || position == source.Length || source[position] is not ('"' or '\''))
        {
            throw ScanException.Broken(attribute, "attribute has no value in quotes");
        }

        start = position + 1;
        var length = source.AsSpan(start).IndexOf(source[position]);
        if (length < 0)
        {
            throw ScanException.Broken(attribute, "attribute value is never closed");
        }

        position = start + length + 1;
        var value = source.AsSpan(start, length);
        for (var at = value.IndexOfAny('<', '&'); at >= 0;)
        {
            if (value[at] == '<')
            {
                throw ScanException.Broken(start + at, "< cannot stand in an attribute value");
            }

            at += Reference(start + at);
            var next = at < length ? value[at..].IndexOfAny('<', '&') : -1;
            at = next < 0 ? -1 : at + next;
        }
    }

    public int Reference(int at)
    {
        var length = Entities.Read(source.AsSpan(at), out _);
        if (length == 0)
        {
            var name = source.AsSpan(at + 1, Math.Min(source.Length - at - 1, 32));
            var end = name.IndexOf(';');
            throw end > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '#') && !name[..end].ContainsAny(" <&\"'")
                ? new ScanException(
                    new ScanFault(FindingKind.EntityIsUnknown, at, $"entity &{name[..end]}; is not one that storage format knows"))
                : ScanException.Broken(at, "& starts no character reference");
        }

        return length;
    }

    public ReadOnlySpan<char> Name(ref int position)
    {
        var name = source.AsSpan(position);
        name = name[..NameCharacters.Length(name)];
        position += name.Length;
        return name;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SkipSpace(ref int position)
    {
        while (position < source.Length && source[position].IsSpace())
        {
            position++;
        }
    }
}
