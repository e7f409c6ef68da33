using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>expand as <c>&lt;details&gt;&lt;summary&gt;</c>.</summary>
internal sealed class ExpandMacro : MacroForm
{
    public override string Name => "expand";

    public override bool WriteBlock(MarkdownSession session, Macro macro)
    {
        if (!IsExpand(macro))
        {
            return false;
        }

        Open(session, macro);
        RegionWriter.WriteBody(session, macro.RichBody);
        session.Out.Write("</details>");
        return true;
    }

    public override bool WriteHtml(MarkdownSession session, Macro macro)
    {
        if (!IsExpand(macro))
        {
            return false;
        }

        Open(session, macro);
        HtmlBlockWriter.WriteChildren(session, macro.RichBody);
        session.Out.Write("</details>");
        return true;
    }

    public override string? ReadContainer(string name, List<KeyValuePair<string, string?>> attributes, string body) =>
        name == ContainerLine.Details ? MacroStorage.Rich("expand", attributes, body) : null;

    public override string? ReadTag(StorageSession session, HtmlTag tag, string body)
    {
        if (tag.Name != "details")
        {
            return null;
        }

        body = body.TrimStart();
        const string Marker = "<summary>";
        const string End = "</summary>";
        var end = body.IndexOf(End, StringComparison.Ordinal);
        var titled = body.StartsWith(Marker, StringComparison.Ordinal) && end > 0;
        var attributes = tag.Attributes.ToList();
        if (titled)
        {
            var title = session.TitleOf(body[Marker.Length..end]);
            var at = attributes.FindIndex(static attribute => TitleMark.IsShown(attribute.Key));
            attributes.Insert(Math.Max(at, 0), TitleMark.Of(at < 0 ? TitleMark.Shown : attributes[at].Key, title.Text));
            attributes.RemoveAll(static attribute => TitleMark.IsShown(attribute.Key));
            body = title.Paragraph + body[(end + End.Length)..];
        }

        return MacroStorage.Rich("expand", attributes, body);
    }

    private static bool IsExpand(Macro macro) =>
        macro.RichBody != 0 && (macro.Parameters.Count == 0
            || macro.Parameters[0] is { Name: "title", IsXml: false } or { Name: not "title" });

    private static void Open(MarkdownSession session, Macro macro)
    {
        // The oldest pages say the title without a name.
        var name = macro.Has("title") || TitleLine.IndexIn(macro) < 0 ? "title" : "";
        var attributes = name.Length > 0 ? MacroAttributeWriter.Write(macro, name) : TitleLine.Attributes(macro);
        session.Out.Write($"<details{attributes}>");
        if (macro.Has(name))
        {
            session.Out.Write("<summary>");
            TextRunWriter.WriteMapped(session, macro[name], macro.TextOf(name), new InlineContext(Html: true));
            session.Out.Write("</summary>");
        }
    }
}
