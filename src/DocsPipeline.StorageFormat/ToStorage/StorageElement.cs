using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Elements of storage as text.</summary>
internal static class StorageElement
{
    public static string Of(string name, string attributes, string body) =>
        body.Length == 0 ? $"<{name}{attributes} />" : $"<{name}{attributes}>{body}</{name}>";

    /// <summary>Text that nobody escapes.</summary>
    public static string CData(string text) => $"<![CDATA[{text.Replace("]]>", "]]]]><![CDATA[>")}]]>";

    /// <summary>Text that stands in a cell, item or caption gets the paragraph that storage wants there.</summary>
    public static string Wrap(string body)
    {
        var text = body.Trim([' ', '\n', '\t']);
        if (text.Length == 0)
        {
            return "<p />";
        }

        if (StorageScanner.Scan(text, out _) is not { } tree)
        {
            return text;
        }

        var inline = false;
        for (var child = tree[0].FirstChild; child != 0; child = tree[child].Next)
        {
            var placement = ElementPlacement.PlacementOf(tree, child);
            inline |= placement == Placement.Inline;
            if (placement == Placement.Block)
            {
                return text;
            }
        }

        return inline ? $"<p>{text}</p>" : text;
    }

    /// <summary>The text of a stretch of storage.</summary>
    public static string PlainText(string storage) =>
        StorageScanner.Scan(storage, out _) is { } tree ? tree.Text(0) : storage;

    /// <summary>
    /// Whether a name may stand in a tag of any page. One with a prefix of the page's own may not: the page that is written may not declare
    /// it.
    /// </summary>
    public static bool IsName(string name)
    {
        var colon = name.IndexOf(':');
        return colon < 0 ? IsLocalName(name) : TagScanner.IsDeclared(name.AsSpan(0, colon)) && IsLocalName(name.AsSpan(colon + 1));
    }

    private static bool IsLocalName(ReadOnlySpan<char> name)
    {
        foreach (var character in name)
        {
            if (!char.IsLetterOrDigit(character) && character is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_');
    }
}
