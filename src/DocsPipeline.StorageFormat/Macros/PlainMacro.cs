using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>
/// Any macro with a plain body as a fence with its name: diagrams in their own language, so that GitHub draws what it can draw.
/// </summary>
internal sealed class PlainMacro : MacroForm
{
    public override string? Name => null;

    public override bool WriteBlock(MarkdownSession session, Macro macro)
    {
        if (macro.PlainBody == 0)
        {
            return false;
        }

        var text = new System.Text.StringBuilder(Language(macro.Name));
        AttributeText.Write(text, "macro", macro.Name);
        FenceWriter.Write(session, macro, text.Append(TitleLine.Attributes(macro)).ToString());
        session.Preserve(macro.Node);
        return true;
    }

    public override bool WriteHtml(MarkdownSession session, Macro macro)
    {
        if (macro.PlainBody == 0)
        {
            return false;
        }

        FenceWriter.WriteHtml(session, macro);
        return true;
    }

    public override string? ReadFence(string language, List<KeyValuePair<string, string?>> attributes, string text)
    {
        var name = attributes.Find(attribute => attribute.Key == "macro").Value;
        return name is null ? null : MacroStorage.Plain(name, attributes.Where(attribute => attribute.Key != "macro"), text);
    }

    public override string? ReadTag(StorageSession session, HtmlTag tag, string body) =>
        tag.Name == "pre" && tag[MacroTag.Attribute] is { } name
            ? MacroStorage.Plain(
                name, tag.Attributes.Where(attribute => attribute.Key != MacroTag.Attribute), StorageElement.PlainText(body))
            : null;

    private static string Language(string macro) =>
        macro.Contains("mermaid", StringComparison.OrdinalIgnoreCase) ? "mermaid"
        : macro.Contains("plantuml", StringComparison.OrdinalIgnoreCase) ? "plantuml"
        : macro.Contains("math", StringComparison.OrdinalIgnoreCase) || macro.Contains("latex", StringComparison.OrdinalIgnoreCase) ? "math"
        : macro.Contains("markdown", StringComparison.OrdinalIgnoreCase) ? "markdown"
        : "text";
}
