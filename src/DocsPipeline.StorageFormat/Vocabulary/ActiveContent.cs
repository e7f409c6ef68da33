using System.Buffers;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>What of a page could run code in whoever reads it: elements, handlers, addresses and styles.</summary>
internal static class ActiveContent
{
    /// <summary>What of a style runs or fetches something.</summary>
    private static readonly SearchValues<string> InStyle = SearchValues.Create(
        ["url(", "image(", "image-set(", "src(", "expression", "javascript", "behavior", "import", "\\"],
        StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether a page has something of the kind, or is none; most have not. And how deep its elements stand in one another.
    /// </summary>
    public static bool MayStandIn(string storage, out int depth)
    {
        var tags = new TagWalk(storage);
        var may = false;
        while (tags.NextTag())
        {
            may |= IsElement(tags.Name);
            while (tags.NextAttribute(out var name, out var value))
            {
                may |= IsAttribute(name, value);
            }
        }

        depth = tags.MostDepth;
        return may || tags.IsBroken;
    }

    /// <summary>
    /// Whether an element of this name does something; whoever shows the page may not care about its case. Drawings and formulas do not:
    /// what runs in them is a script, a handler or an address, as everywhere.
    /// </summary>
    public static bool IsElement(ReadOnlySpan<char> name)
    {
        if (name.IndexOf(':') is var colon and >= 0)
        {
            // A prefix of the page's own may stand for HTML.
            return !TagScanner.IsDeclared(name[..colon]) && IsElement(name[(colon + 1)..]);
        }

        if (name.Length is < 4 or > 6)
        {
            return false;
        }

        Span<char> lower = stackalloc char[name.Length];
        return name.ToLowerInvariant(lower) > 0 && lower is "script" or "style" or "iframe" or "frame" or "object" or "embed" or "applet"
            or "base" or "meta" or "link" or "form";
    }

    /// <summary>
    /// Whether an attribute with this value, raw as in the page, could run code: by itself, by its address, or by what an animation would
    /// make of another. Whoever shows the page may not care about the case of its name.
    /// </summary>
    public static bool IsAttribute(ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        name = Local(name);
        if (name.Length is < 2 or > 10)
        {
            return IsHandler(name);
        }

        Span<char> lower = stackalloc char[name.Length];
        _ = name.ToLowerInvariant(lower);
        return lower switch
        {
            "style" => Entities.Decode(value).AsSpan().ContainsAny(InStyle),
            "href" or "src" or "value" or "background" or "action" or "formaction" or "data" or "poster" or "cite" =>
                !value.StartsWith("https://") && LinkSafety.IsActive(Entities.Decode(value)),
            // An animation goes through a list.
            "to" or "from" or "by" or "values" => Array.Exists(Entities.Decode(value).Split(';'), LinkSafety.IsActive),
            "srcdoc" => true,
            _ => IsHandler(name),
        };
    }

    private static bool IsHandler(ReadOnlySpan<char> name) => name.Length > 2 && name.StartsWith("on", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Local(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];
}
