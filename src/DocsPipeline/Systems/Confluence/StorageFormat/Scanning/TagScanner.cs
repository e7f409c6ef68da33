using System.Globalization;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

/// <summary>Names, attributes and references: what stands inside of a tag, checked as XML wants it.</summary>
internal sealed class TagScanner(string source)
{
    private int position;

    public int Position
    {
        get => position;
        set => position = value;
    }

    /// <summary>Skips the attributes up to <c>/</c> or <c>&gt;</c>, and checks each.</summary>
    public void Attributes(int tag)
    {
        ref var position = ref this.position;
        var first = position;
        var count = 0;
        while (true)
        {
            var space = position;
            SkipSpace(ref position);
            if (position == source.Length)
            {
                throw ScanException.Broken(tag, "tag is never closed");
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

            Value(start);
            if (count++ > 0 && (count > 256 || Repeats(first, start, name)))
            {
                throw ScanException.Broken(start, count > 256 ? "element has more than 256 attributes" : $"attribute {name} stands twice in one tag");
            }
        }
    }

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

        if (name[..colon] is "ac" or "ri" or "at" or "fab" or "xml" or "xmlns")
        {
            return;
        }

        var prefix = name[..colon].ToString();
        if (!source.Contains($"xmlns:{prefix}=", StringComparison.Ordinal))
        {
            throw ScanException.Broken(at, $"prefix {prefix} is not declared");
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
        SkipSpace(ref position);
        var equals = position < source.Length && source[position] == '=';
        position += equals ? 1 : 0;
        SkipSpace(ref position);
        if (!equals || position == source.Length || source[position] is not ('"' or '\''))
        {
            throw ScanException.Broken(attribute, "attribute has no value in quotes");
        }

        var quote = source[position++];
        var end = source.AsSpan(position).IndexOf(quote);
        if (end < 0)
        {
            throw ScanException.Broken(attribute, "attribute value is never closed");
        }

        for (end += position; position < end; position++)
        {
            if (source[position] == '<')
            {
                throw ScanException.Broken(position, "< cannot stand in an attribute value");
            }

            position += source[position] == '&' ? Reference(position) - 1 : 0;
        }

        position++;
    }

    public int Reference(int at)
    {
        var length = Entities.Read(source.AsSpan(at), out _);
        if (length == 0)
        {
            var name = source.AsSpan(at + 1, Math.Min(source.Length - at - 1, 32));
            var end = name.IndexOf(';');
            throw end > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '#') && !name[..end].ContainsAny(" <&\"'")
                ? new ScanException(new ScanFault(Catalogue.Conversion.EntityIsUnknown, at, $"entity &{name[..end]}; is not one that storage format knows"))
                : ScanException.Broken(at, "& starts no character reference");
        }

        return length;
    }

    public ReadOnlySpan<char> Name(ref int position)
    {
        var start = position;
        while (position < source.Length && (char.IsLetter(source[position]) || source[position] is '_' or ':'
            || (position > start && (char.IsLetterOrDigit(source[position]) || source[position] is '-' or '.' or '\u00B7' || char.GetUnicodeCategory(source[position]) == UnicodeCategory.NonSpacingMark))))
        {
            position++;
        }

        return source.AsSpan(start, position - start);
    }

    public void SkipSpace(ref int position)
    {
        while (position < source.Length && source[position].IsSpace())
        {
            position++;
        }
    }
}
