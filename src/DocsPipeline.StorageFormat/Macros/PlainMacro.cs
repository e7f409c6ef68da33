using DocsPipeline.StorageFormat.Reading;
using DocsPipeline.StorageFormat.Writing;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>Any macro with a plain body as a fence with its name: diagrams in their own language, so that GitHub draws what it can draw.</summary>
internal sealed class PlainMacro : MacroForm
{
    public override string? Name => null;

    public override bool WriteBlock(ExportSession session, Macro macro)
    {
        if (macro.PlainBody == 0)
        {
            return false;
        }

        var text = new System.Text.StringBuilder(Language(macro.Name));
        AttributeText.Write(text, "macro", macro.Name);
        FenceForm.Write(session, macro, text.Append(MacroAttributes.Write(macro)).ToString());
        session.Preserve(macro.Node);
        return true;
    }

    public override bool WriteHtml(ExportSession session, Macro macro)
    {
        if (macro.PlainBody == 0)
        {
            return false;
        }

        FenceForm.WriteHtml(session, macro);
        return true;
    }

    public override string? ReadFence(string language, List<KeyValuePair<string, string?>> attributes, string text)
    {
        var name = attributes.Find(attribute => attribute.Key == "macro").Value;
        return name is null ? null : FenceForm.Storage(name, attributes.Where(attribute => attribute.Key != "macro"), text);
    }

    public override string? ReadTag(HtmlTag tag, string body) =>
        tag.Name == "pre" && tag["data-macro"] is { } name
            ? FenceForm.Storage(name, tag.Attributes.Where(attribute => attribute.Key != "data-macro"), TagReader.PlainText(body))
            : null;

    private static string Language(string macro) =>
        macro.Contains("mermaid", StringComparison.OrdinalIgnoreCase) ? "mermaid"
        : macro.Contains("plantuml", StringComparison.OrdinalIgnoreCase) ? "plantuml"
        : macro.Contains("math", StringComparison.OrdinalIgnoreCase) || macro.Contains("latex", StringComparison.OrdinalIgnoreCase) ? "math"
        : macro.Contains("markdown", StringComparison.OrdinalIgnoreCase) ? "markdown"
        : "text";
}
