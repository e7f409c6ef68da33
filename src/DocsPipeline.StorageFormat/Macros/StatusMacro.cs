using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>
/// A status lozenge as its text in a <c>span</c>; the colour is kept as written (<c>Green</c>, or the older <c>color</c>).
/// </summary>
internal sealed class StatusMacro : MacroForm
{
    public override string Name => "status";

    public override bool WriteInline(MarkdownSession session, Macro macro, InlineContext context) => Write(session, macro, context);

    public override bool WriteHtml(MarkdownSession session, Macro macro) => Write(session, macro, new InlineContext(Html: true));

    public override string? ReadTag(StorageSession session, HtmlTag tag, string body)
    {
        if (tag.Name != "span" || tag["data-status"] is not { } color)
        {
            return null;
        }

        var rest = tag.Attributes.Where(attribute => attribute.Key != "data-status").ToList();
        var title = session.TitleOf(body);
        var place = rest.FindIndex(attribute => attribute.Key == "title");
        var text = new KeyValuePair<string, string?>("title", title.Text);
        if (place >= 0)
        {
            rest[place] = text;
        }
        else
        {
            rest.Insert(0, text);
        }

        if (color.Length > 0)
        {
            rest.Insert(place >= 0 ? 0 : 1, new("colour", color));
        }

        return MacroStorage.Bodyless("status", rest) + title.Beside;
    }

    /// <summary>Title before colour is how Cloud writes it; the other order leaves an empty <c>title</c> behind as a sign.</summary>
    private static bool Write(MarkdownSession session, Macro macro, InlineContext context)
    {
        var names = macro.Parameters.ConvertAll(parameter => parameter.Name);
        var title = names.IndexOf("title");
        if (title < 0 || macro["title"].Trim().Length == 0 || macro["title"] != macro["title"].Trim()
            || macro.Bodies.Count > 0)
        {
            return false;
        }

        var colour = macro.Parameters.FindIndex(parameter => parameter.Name == "colour" && parameter.Value.Length > 0);
        var usual = title == 0 && colour is 1 or -1;
        var swapped = colour == 0 && title == 1;
        if (!usual && !swapped)
        {
            return false;
        }

        session.Out.Write("<span");
        TagWriter.WriteAttribute(session.Out, "data-status", macro["colour"]);
        session.Out.Write(swapped ? " title=\"\"" : "");
        session.Out.Write(MacroAttributeWriter.Write(macro, "title", "colour"));
        session.Out.Write('>');
        TextRunWriter.WriteMapped(session, macro["title"], macro.TextOf("title"), context with { Link = true });
        session.Out.Write("</span>");
        return true;
    }
}
