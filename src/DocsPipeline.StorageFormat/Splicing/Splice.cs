using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Macros;
using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// Puts an edited Markdown back into the page it came from, changing no more of the page than the edit did. Every attempt is checked: the
/// page it gives must read as the edited Markdown; if it does not, a coarser one is made.
/// </summary>
internal static class Splice
{
    private static readonly int[] Depths = [64, 3, 1, 0];

    public static WriteBackResult Apply(string markdown, string storage, ConversionOptions options, PageProperties? properties)
    {
        if (StorageScanner.Scan(storage, out var fault) is not { } tree)
        {
            return new WriteBackResult(null, () => ConversionReport.Empty, [fault!.In(storage)]);
        }

        var result = Apply(markdown.WithLineFeeds(), tree, new StorageContext(options, MacroForms.All), properties);
        tree.Release();
        return result;
    }

    private static WriteBackResult Apply(string edited, StorageTree tree, StorageContext context, PageProperties? properties)
    {
        var storage = tree.Source;
        var map = new SourceMap(storage.Length);
        var before = MarkdownPageWriter.Write(tree, context.Options, MacroForms.All, map);
        if (properties is null && before.Markdown!.WithLineFeeds().AsSpan().TrimEnd('\n').SequenceEqual(edited.AsSpan().TrimEnd('\n')))
        {
            return new WriteBackResult(storage, () => before.Report, []);
        }

        var rows = PropertySplice.For(tree, properties, context.Options);
        if (before.Markdown!.TrimEnd('\n') == edited.TrimEnd('\n'))
        {
            return new WriteBackResult(Replacement.Apply(storage, rows), () => before.Report, []);
        }

        // What is not edited is not read either, whatever its limits.
        if (MarkdownLimits.Check(edited) is { } fault)
        {
            return new WriteBackResult(null, () => before.Report, [fault.In(edited)]);
        }

        var edit = new Edit(before.Markdown, edited.TrimEnd('\n') + "\n", map);
        if (map.Anchors.Count > 0 || MarkdownBodyReader.LinksWithin(edit.After))
        {
            var headings = HeadingAnchors.Of(MarkdownBodyReader.Read(edit.After, context), context.Options.Title);
            context = context with { Anchors = map.Anchors, Headings = headings };
        }

        var result = Attempts(tree, edit, context).FirstOrDefault(attempt => Reads(attempt.Storage, storage, edit, context))
            ?? Whole(tree, edit, context);
        return new WriteBackResult(WithRows(result.Storage, rows, properties, context.Options), () => before.Report, Lost(result.Lost));
    }

    private static IEnumerable<SpliceAttempt> Attempts(StorageTree tree, Edit edit, StorageContext context)
    {
        foreach (var depth in Depths)
        {
            var merge = new ElementMerge();
            var blocks = new BlockSplice(tree.Source, edit, context, merge);
            var patched = depth == Depths[0] ? TextSplice.For(tree, edit) : new TextSplice([], edit.Hunks);
            var rest = patched.Rest.Count == 0 ? [] : blocks.For(patched.Rest, depth);
            if (rest is not null && Replacement.Apply(tree.Source, patched.Replacements.Concat(rest)) is { } storage)
            {
                yield return new SpliceAttempt(storage, merge.Lost);
            }

            if (depth == Depths[0] && patched.Replacements.Count > 0 && blocks.For(edit.Hunks, depth) is { } all
                && Replacement.Apply(tree.Source, all) is { } spliced)
            {
                yield return new SpliceAttempt(spliced, merge.Lost);
            }
        }
    }

    /// <summary>Everything is rendered again, over what was there.</summary>
    private static SpliceAttempt Whole(StorageTree tree, Edit edit, StorageContext context)
    {
        var merge = new ElementMerge();
        var merged = merge.Merge($"<div>{tree.Source}</div>", $"<div>{MarkdownBodyReader.Read(edit.After, context)}</div>");
        var inner = merged.StartsWith("<div>", StringComparison.Ordinal)
            ? merged["<div>".Length..^"</div>".Length]
            : MarkdownBodyReader.Read(edit.After, context);
        return new SpliceAttempt(inner, merge.Lost);
    }

    private static bool Reads(string storage, string before, Edit edit, StorageContext context)
    {
        if (BlockCheck.Reads(storage, before, edit, context.Options))
        {
            return true;
        }

        var markdown = MarkdownPageWriter.Write(storage, context.Options, MacroForms.All).Markdown;
        return markdown is not null
            && (markdown == edit.After || MarkdownBodyReader.Read(markdown, context) == MarkdownBodyReader.Read(edit.After, context));
    }

    /// <summary>The rows were found in the base; the body around them has changed since, so they are found again.</summary>
    private static string WithRows(string storage, List<Replacement> rows, PageProperties? properties, ConversionOptions options) =>
        rows.Count > 0 && StorageScanner.Scan(storage, out _) is { } tree
            ? Replacement.Apply(storage, PropertySplice.For(tree, properties, options)) ?? storage
            : storage;

    private static List<ConversionFinding> Lost(IEnumerable<string> references) =>
    [
        .. references.Order(StringComparer.Ordinal).Select(reference => new ConversionFinding(
            FindingKind.InlineCommentIsLost, 1, 1, $"inline comment {reference} lost the text it stood on",
                "answer or resolve the comment in Confluence")),
    ];
}
