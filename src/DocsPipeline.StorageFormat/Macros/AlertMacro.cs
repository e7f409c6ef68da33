using System.Text;
using DocsPipeline.StorageFormat.Reading;
using DocsPipeline.StorageFormat.Writing;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>
/// info, tip, note and warning as GitHub's alert of the same colour; as a container where there is a title, or where GitHub would not
/// render an alert.
/// </summary>
internal sealed class AlertMacro(string name, string kind) : MacroForm
{
    private readonly string container = kind.ToLowerInvariant();

    public override string Name => name;

    public override bool WriteBlock(ExportSession session, Macro macro)
    {
        if (macro.RichBody == 0)
        {
            return false;
        }

        var attributes = MacroAttributes.Write(macro);
        if (attributes.Length == 0 && session.Out.Prefix.Length == 0)
        {
            AlertWriter.Write(session, kind, macro.RichBody);
        }
        else
        {
            ContainerWriter.Write(session, container, attributes, macro);
        }

        return true;
    }

    public override bool WriteHtml(ExportSession session, Macro macro)
    {
        if (macro.RichBody == 0)
        {
            return false;
        }

        session.Out.Write($"<blockquote data-alert=\"{container}\"{MacroAttributes.Write(macro)}>");
        HtmlWriter.WriteChildren(session, macro.RichBody);
        session.Out.Write("</blockquote>");
        return true;
    }

    public override string? ReadAlert(string read, string body) => read == kind ? Storage([], body) : null;

    public override string? ReadContainer(string read, List<KeyValuePair<string, string?>> attributes, string body) =>
        read == container ? Storage(attributes, body) : null;

    public override string? ReadTag(HtmlTag tag, string body) =>
        tag.Name == "blockquote" && tag["data-alert"] == container ? Storage(tag.Attributes.Where(attribute => attribute.Key != "data-alert"), body) : null;

    private string Storage(IEnumerable<KeyValuePair<string, string?>> attributes, string body)
    {
        var storage = new StringBuilder();
        MacroAttributes.Read(storage, name, attributes, MacroAttributes.RichBody(body));
        return storage.ToString();
    }
}
