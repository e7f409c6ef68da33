using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>A single Jira issue shows its key; a list of issues has nothing to show and is a directive.</summary>
internal sealed class JiraMacro : MacroForm
{
    public override string Name => "jira";

    public override bool WriteInline(MarkdownSession session, Macro macro, InlineContext context) => Write(session, macro, context);

    public override bool WriteHtml(MarkdownSession session, Macro macro) => Write(session, macro, new InlineContext(Html: true));

    public override string? ReadTag(HtmlTag tag, string body)
    {
        if (tag.Name != "span" || tag["data-macro"] != "jira")
        {
            return null;
        }

        var parameters = tag.Attributes.Where(attribute => attribute.Key != "data-macro").ToList();
        var place = parameters.FindIndex(attribute => attribute.Key == "key");
        if (place >= 0)
        {
            parameters[place] = new("key", StorageElement.PlainText(body));
        }

        return MacroStorage.Bodyless("jira", parameters);
    }

    private static bool Write(MarkdownSession session, Macro macro, InlineContext context)
    {
        if (macro["key"] is not { Length: > 0 } key || macro.RichBody + macro.PlainBody != 0 || key != key.Trim()
            || macro.Parameters.Exists(parameter => parameter.IsXml))
        {
            return false;
        }

        var attributes = MacroAttributeWriter.Write(macro).Replace($" key=\"{key}\"", " key=\"\"");
        session.Out.Write($"<span data-macro=\"jira\"{attributes}>");
        TextRunWriter.Write(session.Out, key, context.InBrackets());
        session.Out.Write("</span>");
        return true;
    }
}
