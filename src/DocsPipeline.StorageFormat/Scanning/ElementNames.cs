using System.Text;

namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>Between an element's qualified name and <see cref="Element"/>.</summary>
internal static class ElementNames
{
    private static readonly string?[] Names = [.. Enum.GetValues<Element>().Select(NameFor)];

    private static readonly NameTable Numbers = new(Names);

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
}
