using System.Collections.Frozen;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>
/// The short line that stands for what Confluence would show in the place of a macro without a body: words, the parameter (by its index)
/// that is shown behind them, −1 for none, and the attached picture that shows it all.
/// </summary>
internal sealed record MacroLabel(string Words, int Parameter, string? Picture = null)
{
    private static readonly FrozenDictionary<string, string> KnownWords = new Dictionary<string, string>
    {
        ["attachments"] = "Files of this page",
        ["blog-posts"] = "Blog posts",
        ["children"] = "Pages below this one",
        ["contentbylabel"] = "Pages with label",
        ["content-by-label"] = "Pages with label",
        ["content-report-table"] = "Report on pages with label",
        ["detailssummary"] = "Page properties of pages with label",
        ["drawio"] = "Diagram:",
        ["drawio-sketch"] = "Diagram:",
        ["excerpt-include"] = "Excerpt of",
        ["gallery"] = "Pictures of this page",
        ["gliffy"] = "Diagram:",
        ["inc-drawio"] = "Diagram of another page:",
        ["iframe"] = "Embedded here:",
        ["include"] = "Included here:",
        ["jira"] = "Jira issues:",
        ["jiraissues"] = "Jira issues:",
        ["mermaid-cloud"] = "Mermaid diagram:",
        ["plantumlcloud"] = "PlantUML diagram:",
        ["labels-list"] = "Labels of this page",
        ["livesearch"] = "Search field",
        ["pagetree"] = "Page tree",
        ["pagetreesearch"] = "Search field",
        ["tasks-report-macro"] = "Report on tasks",
        ["widget"] = "Embedded here:",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words that go before a link, where others stand alone.</summary>
    private static readonly FrozenDictionary<string, string> WordsBeforeLink = new Dictionary<string, string>
    {
        ["attachments"] = "Files of",
        ["children"] = "Pages below",
        ["gallery"] = "Pictures of",
        ["pagetree"] = "Page tree of",
        ["pagetreesearch"] = "Search field for the pages below",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Macros that show a file and nothing else: its name says it all.</summary>
    private static readonly FrozenSet<string> Files =
        new[] { "view-file", "viewfile", "viewpdf", "viewdoc", "viewxls", "viewppt", "multimedia" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Macros that show nothing of their own: headings that stand in the page, or no more than a place in it.</summary>
    private static readonly FrozenSet<string> Silent = new[] { "toc", "anchor" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What an exporter for print calls its marks.</summary>
    private const string PrintPrefix = "scroll-";

    /// <summary>What macros that typeset mathematics call their source.</summary>
    private const string Formula = "body";

    /// <summary>Text parameters that say what is shown, the ones that say most first.</summary>
    private static readonly string[] Telling =
    [
        "title", "labels", "label", "cql", "jqlQuery", "jql", "query", "url", "displayName", "diagramDisplayName", "name", "filename",
        "diagramName", "key", Formula, "",
    ];

    /// <summary>Null for a macro that shows nothing of its own.</summary>
    public static MacroLabel? Of(Macro macro)
    {
        if (Silent.Contains(macro.Name) || macro.Name.StartsWith(PrintPrefix, StringComparison.Ordinal) || macro.Bodies.Count > 0)
        {
            return null;
        }

        if (macro.Name == "jira" && TextOf(macro, "key") is var key and >= 0 && macro["key"] == macro["key"].Trim())
        {
            return new MacroLabel("", key);
        }

        var link = macro.Parameters.FindIndex(parameter => LinkIn(macro.Tree, parameter) is not (0, 0));
        var told = link >= 0 ? link : Telling.Select(name => TextOf(macro, name)).FirstOrDefault(at => at >= 0, -1);
        if (told >= 0 && (Files.Contains(macro.Name) || macro.Parameters[told].Name == Formula))
        {
            return new MacroLabel("", told);
        }

        return new MacroLabel(WordsFor(macro, told, isLink: link >= 0), told, PictureOf(macro));
    }

    /// <summary>The words and what the parameter shows, as one text.</summary>
    public string Text(Macro macro, ConversionLinks links)
    {
        var shown = Parameter < 0 ? "" : Shown(macro, links);
        return Words.Length == 0 ? shown : shown.Length == 0 ? Words : $"{Words} {shown}";
    }

    /// <summary>What is shown of the parameter.</summary>
    public string Shown(Macro macro, ConversionLinks links)
    {
        var parameter = macro.Parameters[Parameter];
        var (link, resource) = LinkIn(macro.Tree, parameter);
        return parameter.IsXml
            ? ResourceLabel.Of(macro.Tree, resource, links) ?? macro.Tree.Attribute(link, "ac:anchor") ?? ""
            : parameter.Value.Trim();
    }

    /// <summary>
    /// The <c>ac:link</c> without words of its own that is a parameter's value, and the resource in it or without one; 0 for what is
    /// missing.
    /// </summary>
    public static (int Link, int Resource) LinkIn(StorageTree tree, MacroParameter parameter)
    {
        if (!parameter.IsXml || parameter.Node == 0)
        {
            return (0, 0);
        }

        var element = tree.ElementOf(parameter.Node);
        if (element is >= Element.Page and <= Element.ContentEntity)
        {
            return (0, parameter.Node);
        }

        var only = tree.OnlyElement(parameter.Node);
        return element == Element.Link && tree.ElementOf(only) is >= Element.Page and <= Element.ContentEntity
            ? (parameter.Node, only)
            : (0, 0);
    }

    private static int TextOf(Macro macro, string name) => macro.Parameters.FindIndex(parameter =>
        parameter.Name == name && !parameter.IsXml && parameter.Value.Trim().Length > 0);

    private static string WordsFor(Macro macro, int told, bool isLink)
    {
        if (isLink && WordsBeforeLink.TryGetValue(macro.Name, out var words))
        {
            return words;
        }

        if (told >= 0 && macro.Parameters[told].Name == "cql")
        {
            return "Pages where";
        }

        words = KnownWords.GetValueOrDefault(macro.Name) ?? Spoken(macro.Name) + ":";
        return told < 0 ? words.TrimEnd(':') : words;
    }

    /// <summary>A macro that nobody knows here goes by its own name, as words: <c>recently-updated</c> as "Recently updated".</summary>
    private static string Spoken(string name)
    {
        var words = name.Replace('-', ' ').Replace('_', ' ').Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    /// <summary>draw.io and Gliffy attach a picture of each diagram to its page.</summary>
    private static string? PictureOf(Macro macro)
    {
        var name = macro.Name switch
        {
            "drawio" or "drawio-sketch" => macro["diagramName"].Trim(),
            "gliffy" => macro["name"].Trim(),
            _ => "",
        };
        const string Picture = ".png";
        return name.Length == 0 || macro.Has("pageId") ? null
            : name.EndsWith(Picture, StringComparison.OrdinalIgnoreCase) ? name
            : name + Picture;
    }
}
