using System.Diagnostics.CodeAnalysis;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Splicing;
using DocsPipeline.StorageFormat.Writing;

namespace DocsPipeline.StorageFormat;

/// <summary>Confluence storage format to GitHub Flavored Markdown. Never throws over a page: what cannot be read is a diagnostic.</summary>
public sealed class StorageFormatToMarkdown
{
    [SuppressMessage("Performance", "CA1822", Justification = "A converter is handed around as a value.")]
    public ConversionResult Convert(string storage, ConversionOptions options)
    {
        if (StorageScanner.Scan(storage, out var fault) is not { } tree)
        {
            return new ConversionResult(null, null, ConversionReport.Empty, [], [], [fault!.In(storage)]);
        }

        var result = Convert(tree, options, map: null);
        tree.Release();
        return result;
    }

    internal static ConversionResult Convert(StorageTree tree, ConversionOptions options, SourceMap? map)
    {
        var session = new ExportSession(tree, options, map);
        var properties = options.PagePropertiesAsFrontMatter ? PropertiesWriter.Take(session) : null;
        BlockWriter.WriteChildren(session, 0);
        session.TrimSpaces();
        if (session.Out.Length > 0)
        {
            session.Out.NewLine();
        }

        if (session.InlineComments.Count > 0)
        {
            var message = session.InlineComments.Count == 1
                ? "an inline comment is open on this page; its marker stays in Confluence"
                : $"{session.InlineComments.Count} inline comments are open on this page; their markers stay in Confluence";
            session.Findings.Add(new ConversionFinding(FindingKind.InlineCommentIsOpen, 1, 1, message, "read the comments in Confluence before you approve"));
        }

        session.Finish();
        var markdown = session.Out.ToString();
        var report = session.Treatments.ReportOn(session);
        session.Out.Release();
        return new ConversionResult(markdown, properties, report, session.Attachments, session.InlineComments, session.Findings);
    }
}
