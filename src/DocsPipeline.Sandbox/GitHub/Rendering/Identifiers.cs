using AngleSharp.Dom;

namespace DocsPipeline.Sandbox.GitHub.Rendering;

/// <summary>
/// The ids of a text, all behind GitHub's prefix so that none can stand for one of the page's own. GitHub finds <c>#name</c> by script;
/// pages here run none, so fragments are written with the prefix instead.
/// </summary>
internal static class Identifiers
{
    private const string Prefixed = "user-content-";

    public static void Prefix(IElement body)
    {
        foreach (var name in (string[])["id", "name"])
        {
            foreach (var element in body.QuerySelectorAll($"[{name}]"))
            {
                element.SetAttribute(name, WithPrefix(element.GetAttribute(name)!));
            }
        }
    }

    /// <summary>
    /// Letters, digits, hyphens and underscores of the heading in lower case, spaces as hyphens, a number behind one that was there before.
    /// </summary>
    public static void GiveToHeadings(IElement body)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in body.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            var slug = Slug(heading.TextContent);
            var before = seen.GetValueOrDefault(slug);
            seen[slug] = before + 1;
            heading.SetAttribute("id", Prefixed + (before == 0 ? slug : $"{slug}-{before}"));
        }
    }

    /// <summary>The address with its fragment, when it has one, behind the prefix.</summary>
    public static string InFragment(string address) =>
        address.IndexOf('#', StringComparison.Ordinal) is var at && at >= 0 && at < address.Length - 1
        ? address[..(at + 1)] + WithPrefix(address[(at + 1)..])
        : address;

    private static string WithPrefix(string name) => name.StartsWith(Prefixed, StringComparison.Ordinal) ? name : Prefixed + name;

    private static string Slug(string text) => string.Concat(text.Trim().ToLowerInvariant()
        .Where(letter => letter is ' ' or '-' or '_' || char.IsLetterOrDigit(letter))
        .Select(letter => letter == ' ' ? '-' : letter));
}
