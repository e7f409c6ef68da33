using System.Xml.Linq;

namespace DocsPipeline.Tests.StorageFormat.Rendering;

/// <summary>
/// The words that a reader of a page in Confluence sees, by what shows them: its text, the titles of macros, the names that links without
/// a text show. What a macro makes of other pages or of a server is none of them.
/// </summary>
internal static class SeenWords
{
    private const string Text = "text";

    private static readonly HashSet<string> Unseen =
    [
        "ac:parameter", "ac:default-parameter", "ac:adf-fallback", "ac:adf-attribute", "ac:task-id", "ac:task-uuid", "ac:task-status",
    ];

    /// <summary>The parameters that a macro shows as they are.</summary>
    private static readonly Dictionary<string, string[]> Shown = new()
    {
        ["info"] = ["title"], ["note"] = ["title"], ["tip"] = ["title"], ["warning"] = ["title"], ["panel"] = ["title"],
        ["expand"] = ["title"], ["code"] = ["title"], ["status"] = ["title"], ["jira"] = ["key"], ["view-file"] = ["name"],
        ["eazy-math-inline"] = ["body"], ["easy-math-block"] = ["body"],
    };

    public static List<(string Kind, string Word)> Of(string storage)
    {
        var seen = new List<(string, string)>();
        Collect(CanonicalStorage.Parse(storage), Text, seen);
        return seen;
    }

    private static void Collect(XElement element, string kind, List<(string, string)> seen)
    {
        var name = Name(element);
        if (Unseen.Contains(name) || name.StartsWith("fab:", StringComparison.Ordinal))
        {
            return;
        }

        if (name is "ac:structured-macro" or "ac:macro")
        {
            var macro = Attribute(element, "name") ?? "";
            foreach (var parameter in element.Elements().Where(child => Name(child) == "ac:parameter"))
            {
                if (Shown.GetValueOrDefault(macro)?.Contains(Attribute(parameter, "name")) == true)
                {
                    Add(seen, $"{macro}: {Attribute(parameter, "name")}", string.Concat(
                        parameter.DescendantNodes().OfType<XText>().Select(text => text.Value)
                            .Concat(parameter.Descendants().Select(child => Attribute(child, "filename") ?? ""))));
                }
            }

            kind = $"{macro}: body";
        }
        else if (name == "ac:link" && !element.Elements().Any(child => Name(child) is "ac:link-body" or "ac:plain-text-link-body"))
        {
            Add(seen, "link without text", element.Elements().Select(resource =>
                Attribute(resource, "content-title") ?? Attribute(resource, "filename") ?? "").FirstOrDefault()
                ?? Attribute(element, "anchor") ?? "");
        }
        else if (name == "time")
        {
            Add(seen, "time", element.Attribute("datetime")?.Value.Split('-')[0] ?? "");
        }
        else if (name is "ac:placeholder")
        {
            kind = "placeholder";
        }

        foreach (var node in element.Nodes())
        {
            if (node is XText text)
            {
                Add(seen, kind, text.Value);
            }
            else if (node is XElement child)
            {
                Collect(child, kind, seen);
            }
        }
    }

    private static void Add(List<(string, string)> seen, string kind, string text) =>
        seen.AddRange(WordCount.Of(text).Select(word => (kind, word)));

    private static string Name(XElement element) =>
        element.Name.NamespaceName.Length == 0 ? element.Name.LocalName : $"{element.Name.NamespaceName}:{element.Name.LocalName}";

    private static string? Attribute(XElement element, string name) =>
        element.Attributes().FirstOrDefault(attribute => attribute.Name.LocalName == name)?.Value;
}
