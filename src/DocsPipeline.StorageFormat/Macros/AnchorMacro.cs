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

    /// <summary>What people name a place with: <c>id</c>, the older <c>name</c> or both, around text or around nothing.</summary>
    public override string? ReadTag(StorageSession session, HtmlTag tag, string body) =>
        tag.Name == "a" && tag.Attributes.Count > 0 && tag.Attributes.TrueForAll(static attribute => attribute is
        { Key: "id" or "name", Value.Length: > 0 })
            ? string.Concat(tag.Attributes.Select(static attribute => attribute.Value).Distinct()
                .Select(static name => MacroStorage.Bodyless("anchor", [new("_", name)]))) + body
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
