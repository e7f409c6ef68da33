using System.Text;
using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>All macros that have a form of their own; the last ones take whatever is left.</summary>
internal sealed class MacroForms : IMacroWriter, IMacroReader
{
    private static readonly MacroForm[] Forms =
    [
        new AlertMacro("info", "NOTE"),
        new AlertMacro("tip", "TIP"),
        new AlertMacro("note", "WARNING"),
        new AlertMacro("warning", "CAUTION"),
        new InternalPanel(),
        new PartnerPanel(),
        new PartnerExcerpt(),
        new PanelMacro(),
        new ExpandMacro(),
        new StatusMacro(),
        new AnchorMacro(),
        new CodeMacro(),
        new NoformatMacro(),
        new PlainMacro(),
        new RichMacro(),
        new ManyBodiesMacro(),
        new LabelledMacro(),
        new BodylessMacro(),
    ];

    public static MacroForms All { get; } = new();

    public void WriteBlock(MarkdownSession session, int node) =>
        Write(session, node, static (form, session, macro, _) => form.WriteBlock(session, macro), default);

    public void WriteHtml(MarkdownSession session, int node) =>
        Write(session, node, static (form, session, macro, _) => form.WriteHtml(session, macro), default);

    public void WriteInline(MarkdownSession session, int node, InlineContext context) =>
        Write(session, node, static (form, session, macro, context) => form.WriteInline(session, macro, context)
            || form.WriteHtml(session, macro), context);

    public string? ReadAlert(string kind, List<KeyValuePair<string, string?>> attributes, string body) =>
        First(form => form.ReadAlert(kind, attributes, body));

    public string? ReadContainer(string name, List<KeyValuePair<string, string?>> attributes, string body) =>
        First(form => form.ReadContainer(name, attributes, body));

    public string ReadFence(string language, List<KeyValuePair<string, string?>> attributes, string text) =>
        First(form => form.ReadFence(language, attributes, text)) ?? MacroStorage.Plain("code", attributes, text);

    public string? ReadTag(StorageSession session, HtmlTag tag, string body)
    {
        foreach (var form in Forms)
        {
            if (form.ReadTag(session, tag, body) is { } storage)
            {
                return storage;
            }
        }

        return null;
    }

    private static string? First(Func<MacroForm, string?> read)
    {
        foreach (var form in Forms)
        {
            if (read(form) is { } storage)
            {
                return storage;
            }
        }

        return null;
    }

    private static void Write(MarkdownSession session, int node, Func<MacroForm, MarkdownSession, Macro, InlineContext, bool> write,
        InlineContext context)
    {
        var macro = Macro.Read(session.Tree, node);
        var start = session.Out.Begin();
        foreach (var form in Forms)
        {
            if (macro.Name.Length > 0 && (form.Name is null || form.Name == macro.Name) && write(form, session, macro, context))
            {
                MacroAttributeWriter.Map(session, start, macro);
                return;
            }
        }

        DirectiveWriter.WriteXml(session, node);
    }
}
