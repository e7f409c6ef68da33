using System.Buffers;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>What of a page could run code in whoever reads it: elements, handlers, addresses and styles.</summary>
internal static class ActiveContent
{
    private static readonly SearchValues<string> InStyle = SearchValues.Create(
        ["url(", "expression", "javascript", "behavior", "import", "\\"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a page has something of the kind, or is none; most have not.</summary>
    public static bool MayStandIn(string storage)
    {
        var tags = new TagWalk(storage);
        while (tags.NextTag())
        {
            if (tags.IsBroken || IsElement(tags.Name))
            {
                return true;
            }

            while (tags.NextAttribute(out var name, out var value))
            {
                if (IsAttribute(name, value))
                {
                    return true;
                }
            }
        }

        return tags.IsBroken;
    }

    /// <summary>
    /// Whether an element of this name does something; whoever shows the page may not care about its case. Drawings and formulas do not:
    /// what runs in them is a script, a handler or an address, as everywhere.
    /// </summary>
    public static bool IsElement(ReadOnlySpan<char> name)
    {
        if (name.Length is < 4 or > 6)
        {
            return false;
        }

        Span<char> lower = stackalloc char[name.Length];
        return name.ToLowerInvariant(lower) > 0
            && lower is "script" or "iframe" or "frame" or "object" or "embed" or "applet" or "base" or "meta" or "link" or "form";
    }

    /// <summary>
    /// Whether an attribute with this value, raw as in the page, could run code: by itself, by its address, or by what an animation would
    /// make of another.
    /// </summary>
    public static bool IsAttribute(ReadOnlySpan<char> name, ReadOnlySpan<char> value) => IsHandler(name)
        || (Local(name) is "style" && Entities.Decode(value).AsSpan().ContainsAny(InStyle))
        || (Local(name) is "href" or "src" or "value" or "background" or "action" or "formaction" or "data" or "poster" or "cite"
            or "to" or "from" or "values" && !value.StartsWith("https://") && LinkSafety.IsActive(Entities.Decode(value)));

    private static bool IsHandler(ReadOnlySpan<char> name) =>
        Local(name) is var local && local.Length > 2 && local.StartsWith("on", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Local(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];
}
