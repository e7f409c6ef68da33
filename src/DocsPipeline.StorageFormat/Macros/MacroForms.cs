using System.Text;
using DocsPipeline.StorageFormat.Reading;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Writing;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>All macros that have a form of their own; the last ones take whatever is left.</summary>
internal static class MacroForms
{
    private static readonly MacroForm[] All =
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
        new JiraMacro(),
        new AnchorMacro(),
        new CodeMacro(),
        new NoformatMacro(),
        new PlainMacro(),
        new RichMacro(),
        new BodylessMacro(),
    ];

    /// <summary>Macros that stand in a line of text even when nothing stands beside them.</summary>
    public static bool IsInlineAlways(ReadOnlySpan<char> name) => name is "status" or "jira-inline" or "mathinline" or "eazy-math-inline" or "latex-inline" or "profile" or "anchor-inline";

    public static void WriteBlock(ExportSession session, int node) => Write(session, node, static (form, session, macro, _) => form.WriteBlock(session, macro), default);

    public static void WriteHtml(ExportSession session, int node) => Write(session, node, static (form, session, macro, _) => form.WriteHtml(session, macro), default);

    public static void WriteInline(ExportSession session, int node, InlineContext context) =>
        Write(session, node, static (form, session, macro, context) => form.WriteInline(session, macro, context) || form.WriteHtml(session, macro), context);

    public static string? ReadAlert(string kind, string body) => First(form => form.ReadAlert(kind, body));

    public static string? ReadContainer(string name, List<KeyValuePair<string, string?>> attributes, string body) =>
        First(form => form.ReadContainer(name, attributes, body));

    public static string? ReadFence(string language, List<KeyValuePair<string, string?>> attributes, string text) =>
        First(form => form.ReadFence(language, attributes, text));

    public static string? ReadTag(HtmlTag tag, string body) => First(form => form.ReadTag(tag, body));

    public static string Bodyless(string name, IEnumerable<KeyValuePair<string, string?>> parameters)
    {
        var storage = new StringBuilder();
        MacroAttributes.Read(storage, name, parameters, "");
        return storage.ToString();
    }

    private static string? First(Func<MacroForm, string?> read)
    {
        foreach (var form in All)
        {
            if (read(form) is { } storage)
            {
                return storage;
            }
        }

        return null;
    }

    private static void Write(ExportSession session, int node, Func<MacroForm, ExportSession, Macro, InlineContext, bool> write, InlineContext context)
    {
        var macro = Macro.Read(session.Tree, node);
        var start = session.Out.Begin();
        var writable = macro.Name.Length > 0 && !(macro.RichBody != 0 && macro.PlainBody != 0);
        foreach (var form in All)
        {
            if (writable && (form.Name is null || form.Name == macro.Name) && write(form, session, macro, context))
            {
                MacroAttributes.Map(session, start, macro);
                return;
            }
        }

        Directive.WriteXml(session, node);
    }
}
