using System.Text;

namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>Between an element's qualified name and <see cref="Element"/>.</summary>
internal static class ElementNames
{
    private static readonly string?[] Names = [.. Enum.GetValues<Element>().Select(NameFor)];

    private static readonly NameTable Numbers = new(Names);

    private static readonly Element[] Ordered = Order();

    /// <summary>All that have a name, in the order of their names.</summary>
    public static ReadOnlySpan<Element> InOrder => Ordered;

    public static string NameOf(Element element) => Names[(int)element] ?? throw new ArgumentOutOfRangeException(nameof(element));

    public static Element Of(ReadOnlySpan<char> name) => Numbers.Find(name) is var number and >= 0 ? (Element)number : Element.Other;

    /// <summary>HTML's elements are lower case; Confluence's have its prefixes and hyphens: <c>ac:task-list</c>, <c>ri:page</c>.</summary>
    private static string? NameFor(Element element)
    {
        if (element <= Element.Other)
        {
            return null;
        }

        if (element < Element.Macro)
        {
            return element.ToString().ToLowerInvariant();
        }

        var name = new StringBuilder(element < Element.Page ? "ac:" : "ri:");
        foreach (var letter in element.ToString())
        {
            _ = char.IsAsciiLetterUpper(letter) && name.Length > 3 ? name.Append('-') : name;
            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    /// <summary>By sorting the names: a sort of anything but strings would be compiled anew at each start.</summary>
    private static Element[] Order()
    {
        var names = Array.FindAll(Names, name => name is not null);
        Array.Sort(names, StringComparer.Ordinal);
        var elements = new Element[names.Length];
        for (var at = 0; at < names.Length; at++)
        {
            elements[at] = Of(names[at]);
        }

        return elements;
    }
}
