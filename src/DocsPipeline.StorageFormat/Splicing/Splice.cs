using DocsPipeline.StorageFormat.Reading;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// Puts an edited Markdown back into the page it came from, changing no more of the page than the edit did. Every attempt is checked: the page it gives must
/// read as the edited Markdown; if it does not, a coarser one is made.
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

        var result = Apply(markdown.WithLineFeeds(), tree, options, properties);
        tree.Release();
        return result;
    }

    private static WriteBackResult Apply(string edited, StorageTree tree, ConversionOptions options, PageProperties? properties)
    {
        var storage = tree.Source;
        var map = new SourceMap(storage.Length);
        var before = StorageFormatToMarkdown.Convert(tree, options, map);
        if (properties is null && before.Markdown!.WithLineFeeds().AsSpan().TrimEnd('\n').SequenceEqual(edited.AsSpan().TrimEnd('\n')))
        {
            return new WriteBackResult(storage, () => before.Report, []);
        }

        var rows = PropertySplice.For(tree, properties, options);
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
        if (map.Anchors.Count > 0 || MarkdownReader.LinksWithin(edit.After))
        {
            options = options with { Anchors = map.Anchors, Headings = HeadingAnchors.Of(MarkdownReader.Read(edit.After, options), options.Title) };
        }

        var result = Attempts(tree, edit, options).FirstOrDefault(attempt => BlockCheck.Reads(attempt.Storage, storage, edit, options) || ReadsAs(attempt.Storage, edit, options)) ?? Whole(tree, edit, options);
        return new WriteBackResult(WithRows(result.Storage, rows, properties, options), () => before.Report, Lost(result.Lost));
    }

    private static IEnumerable<SpliceAttempt> Attempts(StorageTree tree, Edit edit, ConversionOptions options)
    {
        foreach (var depth in Depths)
        {
            var merge = new ElementMerge();
            var blocks = new BlockSplice(tree.Source, edit, options, merge);
            var patched = depth == Depths[0] ? TextSplice.For(tree, edit) : new TextSplice([], edit.Hunks);
            var rest = patched.Rest.Count == 0 ? [] : blocks.For(patched.Rest, depth);
            if (rest is not null && Replacement.Apply(tree.Source, patched.Replacements.Concat(rest)) is { } storage)
            {
                yield return new SpliceAttempt(storage, merge.Lost);
            }

            if (depth == Depths[0] && patched.Replacements.Count > 0 && blocks.For(edit.Hunks, depth) is { } all && Replacement.Apply(tree.Source, all) is { } spliced)
            {
                yield return new SpliceAttempt(spliced, merge.Lost);
            }
        }
    }

    /// <summary>Everything is rendered again, over what was there.</summary>
    private static SpliceAttempt Whole(StorageTree tree, Edit edit, ConversionOptions options)
    {
        var merge = new ElementMerge();
        var merged = merge.Merge($"<div>{tree.Source}</div>", $"<div>{MarkdownReader.Read(edit.After, options)}</div>");
        var inner = merged.StartsWith("<div>", StringComparison.Ordinal) ? merged["<div>".Length..^"</div>".Length] : MarkdownReader.Read(edit.After, options);
        return new SpliceAttempt(inner, merge.Lost);
    }

    private static bool ReadsAs(string storage, Edit edit, ConversionOptions options)
    {
        var markdown = new StorageFormatToMarkdown().Convert(storage, options).Markdown;
        return markdown is not null
            && (markdown == edit.After || MarkdownReader.Read(markdown, options) == MarkdownReader.Read(edit.After, options));
    }

    /// <summary>The rows were found in the base; the body around them has changed since, so they are found again.</summary>
    private static string WithRows(string storage, List<Replacement> rows, PageProperties? properties, ConversionOptions options) =>
        rows.Count > 0 && StorageScanner.Scan(storage, out _) is { } tree
            ? Replacement.Apply(storage, PropertySplice.For(tree, properties, options)) ?? storage
            : storage;

    private static List<ConversionFinding> Lost(IEnumerable<string> references) =>
    [
        .. references.Order(StringComparer.Ordinal).Select(reference => new ConversionFinding(
            FindingKind.InlineCommentIsLost, 1, 1, $"inline comment {reference} lost the text it stood on", "answer or resolve the comment in Confluence")),
    ];
}
