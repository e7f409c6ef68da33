using System.Buffers;
using System.Text.RegularExpressions;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>What of a page could run code in whoever reads it: elements, handlers, addresses and styles.</summary>
internal static partial class ActiveContent
{
    private static readonly SearchValues<string> InStyle = SearchValues.Create(
        ["url(", "expression", "javascript", "behavior", "import", "\\"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is worth a closer look; most pages have nothing of the kind.</summary>
    public static bool MayStandIn(string storage)
    {
        foreach (var match in Suspect().EnumerateMatches(storage))
        {
            // Only what leads somewhere ends with the quote before its value.
            var quote = storage[match.Index + match.Length - 1];
            var value = storage.AsSpan(match.Index + match.Length);
            if (quote is not ('"' or '\'') || LinkSafety.IsActive(Entities.Decode(value[..Math.Max(0, value.IndexOf(quote))])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Whether an element of this name does something; whoever shows the page may not care about its case. Drawings and formulas do not:
    /// what runs in them is a script, a handler or an address, as everywhere.
    /// </summary>
    public static bool IsElement(ReadOnlySpan<char> name) =>
        name.ToString().ToLowerInvariant() is "script" or "iframe" or "frame" or "object" or "embed" or "applet" or "base" or "meta"
            or "link" or "form";

    /// <summary>
    /// Whether an attribute with this (decoded) value could run code: by itself, by its address, or by what an animation would make of
    /// another.
    /// </summary>
    public static bool IsAttribute(ReadOnlySpan<char> name, string value) => IsHandler(name)
        || (Local(name) is "style" && value.AsSpan().ContainsAny(InStyle))
        || (Local(name) is "href" or "src" or "value" or "background" or "action" or "formaction" or "data" or "poster" or "cite"
            or "to" or "from" or "values" && LinkSafety.IsActive(value));

    private static bool IsHandler(ReadOnlySpan<char> name) =>
        Local(name) is var local && local.Length > 2 && local.StartsWith("on", StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> Local(ReadOnlySpan<char> name) => name[(name.IndexOf(':') + 1)..];

    [GeneratedRegex("<(script|iframe|frame|object|embed|applet|base|meta|link|form)[\\s/>]"
        + "|\\sstyle\\s*=[^<>]*?(url\\(|expression|javascript|behavior|import|\\\\)"
        + "|\\s([\\w-]+:)?on\\w+\\s*="
        + "|\\s([\\w-]+:)?(href|src|value|background|action|formaction|data|poster|cite|to|from|values)\\s*=\\s*[\"']",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Suspect();
}
