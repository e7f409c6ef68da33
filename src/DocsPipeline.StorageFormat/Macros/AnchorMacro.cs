using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>An anchor in a line of text as <c>&lt;a id="name"&gt;</c>, which GitHub scrolls to as well.</summary>
internal sealed class AnchorMacro : MacroForm
{
    public override string Name => "anchor";

    public override bool WriteInline(MarkdownSession session, Macro macro, InlineContext context) => Write(session, macro);

    public override bool WriteHtml(MarkdownSession session, Macro macro) => Write(session, macro);

    public override string? ReadTag(StorageSession session, HtmlTag tag, string body) =>
        tag.Name == "a" && tag.Attributes is [{ Key: "id", Value: { } name }] && body.Length == 0
            ? MacroStorage.Bodyless("anchor", [new("_", name)])
            : null;

    private static bool Write(MarkdownSession session, Macro macro)
    {
        if (macro.Parameters is not [{ Name: "", IsXml: false, Value: { Length: > 0 } name }]
            || MacroAttributeWriter.Write(macro, "").Length > 0 || macro.Bodies.Count > 0)
        {
            return false;
        }

        session.Out.Write("<a");
        var start = session.Out.Length + " id=\"".Length;
        TagWriter.WriteAttribute(session.Out, "id", name);
        session.MapText(start, session.Out.Length - 1, macro.TextOf(""), TextForm.Html);
        session.Out.Write("></a>");
        return true;
    }
}
