using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>A whole page as Markdown.</summary>
internal static class MarkdownPageWriter
{
    public static ConversionResult Write(string storage, ConversionOptions options, IMacroWriter macros)
    {
        if (StorageScanner.Scan(storage, out var fault) is not { } tree)
        {
            return new ConversionResult(null, null, ConversionReport.Empty, [], [], [fault!.In(storage)]);
        }

        var result = Write(tree, options, macros);
        tree.Release();
        return result;
    }

    /// <summary>
    /// The same for a page that is at hand as a tree; <paramref name="map"/> learns where each block and text of it went.
    /// </summary>
    public static ConversionResult Write(StorageTree tree, ConversionOptions options, IMacroWriter macros, SourceMap? map = null)
    {
        var session = new MarkdownSession(tree, options, NodeWriter.Instance, macros, map);
        WriteBody(session, out var properties);
        if (session.CannotHaveFootnotes)
        {
            map?.Clear();
            session.Out.Release();
            session = new MarkdownSession(tree, options, NodeWriter.Instance, macros, map, withFootnotes: false);
            WriteBody(session, out properties);
        }

        return Result(session, properties);
    }

    private static void WriteBody(MarkdownSession session, out PageProperties? properties)
    {
        properties = session.Options.PagePropertiesAsFrontMatter ? PropertiesWriter.Take(session) : null;
        BlockWriter.WriteChildren(session, 0);
        session.TrimSpaces();
        if (session.Out.Length > 0)
        {
            session.Out.NewLine();
        }
    }

    private static ConversionResult Result(MarkdownSession session, PageProperties? properties)
    {
        if (session.InlineComments.Count > 0)
        {
            var message = session.InlineComments.Count == 1
                ? "an inline comment is open on this page; its marker stays in Confluence"
                : $"{session.InlineComments.Count} inline comments are open on this page; their markers stay in Confluence";
            const string Help = "read the comments in Confluence before you approve";
            session.Findings.Add(new ConversionFinding(FindingKind.InlineCommentIsOpen, 1, 1, message, Help));
        }

        session.Finish();
        var markdown = session.Out.ToString();
        var report = session.Treatments.ReportOn(session.Tree);
        session.Out.Release();
        return new ConversionResult(markdown, properties, report, session.Attachments, session.InlineComments, session.Findings);
    }
}
