using DocsPipeline.StorageFormat.Conversion;
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

        if (IsText(text))
        {
            return $"<p>{text}</p>";
        }

        if (BeginsWithBlock(text) || StorageScanner.Scan(text, out _) is not { } tree)
        {
            return text;
        }

        var isLine = IsLine(tree);
        tree.Release();
        return isLine ? $"<p>{text}</p>" : text;
    }

    /// <summary>The text of a stretch of storage.</summary>
    public static string PlainText(string storage)
    {
        if (IsText(storage) || StorageScanner.Scan(storage, out _) is not { } tree)
        {
            return storage;
        }

        var text = tree.Text(0);
        tree.Release();
        return text;
    }

    /// <summary>
    /// Whether a name may stand in a tag of any page. One with a prefix of the page's own may not: the page that is written may not declare
    /// it.
    /// </summary>
    public static bool IsName(string name)
    {
        var colon = name.IndexOf(':');
        return colon < 0 ? IsLocalName(name) : TagScanner.IsDeclared(name.AsSpan(0, colon)) && IsLocalName(name.AsSpan(colon + 1));
    }

    /// <summary>Whether storage is text that stands for itself, which most cells, captions and titles are.</summary>
    private static bool IsText(string storage)
    {
        foreach (var character in storage)
        {
            if (character is '<' or '&' or ']' or < ' ' or > '\uD7FF')
            {
                return false;
            }
        }

        return storage.Length <= ConversionLimits.StorageCharacters;
    }

    /// <summary>Whether storage begins with an element that stands alone wherever it is, which says enough about all of it.</summary>
    private static bool BeginsWithBlock(string storage)
    {
        var name = storage.AsSpan(1);
        return storage[0] == '<'
            && ElementPlacement.IsAlwaysBlock(ElementNames.Of(name[..NameCharacters.Length(name)]));
    }

    private static bool IsLine(StorageTree tree)
    {
        var inline = false;
        for (var child = tree[0].FirstChild; child != 0; child = tree[child].Next)
        {
            var placement = ElementPlacement.PlacementOf(tree, child);
            inline |= placement == Placement.Inline;
            if (placement == Placement.Block)
            {
                return false;
            }
        }

        return inline;
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
