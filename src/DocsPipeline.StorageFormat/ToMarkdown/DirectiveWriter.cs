using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// Comments that carry what a reader of Markdown need not see: <c>&lt;!-- confluence:toc maxLevel="2" --&gt;</c> for macros,
/// <c>storage:</c> for the structure around them. Angle brackets and double hyphens are spelled, so nothing in one is ever active.
/// </summary>
internal static class DirectiveWriter
{
    public static string Macro(Macro macro) => $"{Begin(macro)} -->";

    /// <summary>The beginning of a macro whose title is shown.</summary>
    public static string TitledMacro(Macro macro) =>
        $"{Begin(DirectiveTag.MacroPrefix + AttributeText.EncodeName(macro.Name), TitleLine.Attributes(macro))} -->";

    /// <summary>A macro of which the directive says that no body follows.</summary>
    public static string EmptyMacro(Macro macro) => $"{Begin(macro)} /-->";

    public static string Open(string name, string attributes) => $"{Begin(name, attributes)} -->";

    private static string Begin(Macro macro) =>
        Begin(DirectiveTag.MacroPrefix + AttributeText.EncodeName(macro.Name), MacroAttributeWriter.Write(macro));

    private static string Begin(string name, string attributes) => $"<!-- {name}{attributes.Replace("--", "-&#45;")}";

    /// <summary>The end of a macro that has a body.</summary>
    public static string CloseMacro(Macro macro) => Close(DirectiveTag.MacroPrefix + AttributeText.EncodeName(macro.Name));

    public static string Close(string name) => $"<!-- /{name} -->";

    public static string With(string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in attributes)
        {
            if (value is not null)
            {
                AttributeText.Write(text, key, value);
            }
        }

        return Open(DirectiveTag.StoragePrefix + name, text.ToString());
    }

    /// <summary>A comment of the page itself; Confluence removes them on save, publishers write them.</summary>
    public static void WriteComment(MarkdownSession session, int node)
    {
        session.Out.Write(With("comment", ("text", session.Tree.Inner(node).Trim().ToString())));
        session.Preserve(node);
    }

    /// <summary>An element that shows no text, kept exactly.</summary>
    public static void WriteXml(MarkdownSession session, int node)
    {
        session.Out.Write(With("xml", ("source", session.Tree.Outer(node).ToString())));
        session.Preserve(node);
    }

    /// <summary>All attributes of an element but its ids, as they are.</summary>
    public static string ElementAttributes(StorageTree tree, int node)
    {
        var text = new StringBuilder();
        foreach (var attribute in tree.Attributes(node))
        {
            if (!VolatileAttributes.Contains(attribute.Name))
            {
                var name = attribute.Name.StartsWith("ac:") ? attribute.Name[3..] : attribute.Name;
                AttributeText.Write(text, name.ToString(), Entities.Decode(attribute.Value));
            }
        }

        return text.ToString();
    }
}
