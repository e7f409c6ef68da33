using System.Text;
using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>
/// info, tip, note and warning as GitHub's alert of the same colour, in lists and quotes too, where GitHub shows a quote; as a container
/// where they have more to say than a title, or no body.
/// </summary>
internal sealed class AlertMacro(string name, string kind) : MacroForm
{
    private readonly string container = kind.ToLowerInvariant();

    public override string Name => name;

    public override bool WriteBlock(MarkdownSession session, Macro macro)
    {
        if (macro.RichBody == 0)
        {
            return false;
        }

        var attributes = MacroAttributeWriter.Write(macro);
        if (AlertWriter.CanWrite(session, macro.RichBody) && (attributes.Length == 0 || TitleLine.IndexIn(macro) >= 0))
        {
            AlertWriter.Write(session, kind, macro.RichBody, macro);
        }
        else
        {
            ContainerWriter.Write(session, container, attributes, macro);
        }

        return true;
    }

    public override bool WriteHtml(MarkdownSession session, Macro macro)
    {
        if (macro.RichBody == 0)
        {
            return false;
        }

        session.Out.Write($"<blockquote data-alert=\"{container}\"{TitleLine.Attributes(macro)}>");
        TitleLine.Write(session, macro, new InlineContext(Html: true));
        HtmlBlockWriter.WriteChildren(session, macro.RichBody);
        session.Out.Write("</blockquote>");
        return true;
    }

    public override string? ReadAlert(string read, List<KeyValuePair<string, string?>> attributes, string body) =>
        read == kind ? MacroStorage.Rich(name, attributes, body) : null;

    public override string? ReadContainer(string read, List<KeyValuePair<string, string?>> attributes, string body) =>
        read == container ? MacroStorage.Rich(name, attributes, body) : null;

    public override string? ReadTag(StorageSession session, HtmlTag tag, string body) =>
        tag.Name == "blockquote" && tag["data-alert"] == container
            ? MacroStorage.Rich(name, tag.Attributes.Where(attribute => attribute.Key != "data-alert"), body)
            : null;
}
