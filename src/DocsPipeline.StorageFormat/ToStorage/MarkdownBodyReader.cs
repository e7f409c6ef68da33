using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;
using Markdig;
using Markdig.Syntax;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Markdown to storage without a base.</summary>
internal static class MarkdownBodyReader
{
    private static readonly MarkdownPipeline Pipeline = Builder().Build();

    /// <summary>Tags are text.</summary>
    private static readonly MarkdownPipeline WithoutTags = Builder().DisableHtml().Build();

    public static string Read(string markdown, StorageContext context) => Read(markdown, context, out _);

    /// <summary>The storage, and what of the Markdown has no place in it.</summary>
    public static string Read(string markdown, StorageContext context, out List<ConversionFinding> findings)
    {
        var text = markdown.WithLineFeeds();
        if (context.Headings is not null || !LinksWithin(text))
        {
            return Read(text, new StorageSession(text, context), out findings);
        }

        // What an anchor is called in Confluence depends on headings that may come later.
        var draft = Read(text, new StorageSession(text, context), out _);
        var headings = HeadingAnchors.Of(draft, context.Options.Title);
        var known = context with { Headings = new Lazy<HeadingAnchors>(headings) };
        return Read(text, new StorageSession(text, known), out findings);
    }

    /// <summary>Whether a document may have links to places within itself.</summary>
    public static bool LinksWithin(string markdown) =>
        markdown.Contains("](#", StringComparison.Ordinal) || markdown.Contains("href=\"#", StringComparison.Ordinal);

    private static string Read(string text, StorageSession session, out List<ConversionFinding> findings)
    {
        var storage = Read(session, Parse(text));
        findings = session.Findings;
        return session.IsDoubtful && !IsReadable(storage) ? Read(session.Again(), Markdown.Parse(text, WithoutTags)) : storage;
    }

    private static string Read(StorageSession session, MarkdownDocument document)
    {
        var storage = new BlockReader(session, FootnoteReader.For(session, document)).Read(document);
        session.Text.Release();
        return ActiveContentCheck.Apply(session, session.HasLooseText ? LooseText.InParagraphs(storage) : storage);
    }

    // Tags that people typed can be put together in ways that give no page; such a document shows them as it has them.
    private static bool IsReadable(string storage)
    {
        var tree = StorageScanner.Scan(storage, out var fault);
        tree?.Release();
        return fault is null || fault.Kind == FindingKind.PageIsTooLarge;
    }

    private static MarkdownPipelineBuilder Builder() => new MarkdownPipelineBuilder()
        .Use<TableSyntax>()
        .Use<TaskListMarkers>()
        .Use<StrikethroughSyntax>()
        .Use<FootnoteSyntax>()
        .Use<ContainerSyntax>()
        .Use<AddressSyntax>()
        .UsePreciseSourceLocation();

    /// <summary>The tree that is read; its positions are those of the text.</summary>
    public static MarkdownDocument Parse(string text) => Markdown.Parse(text, Pipeline);
}
