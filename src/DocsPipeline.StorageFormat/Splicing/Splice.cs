using System.Buffers;
using System.Text;
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
    private static readonly SearchValues<string> Signs = SearchValues.Create(["://", "www.", "@"], StringComparison.Ordinal);

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

        if (RegionCheck.Find(edited, before.Markdown) is { } broken)
        {
            return new WriteBackResult(null, () => before.Report, [broken]);
        }

        var edit = new Edit(before.Markdown, edited.TrimEnd('\n') + "\n", map);
        if (map.Anchors.Count > 0 || MarkdownBodyReader.LinksWithin(edit.After))
        {
            var draft = context;
            context = context with
            {
                Anchors = map.Anchors,
                Headings = new Lazy<HeadingAnchors>(
                    () => HeadingAnchors.Of(MarkdownBodyReader.Read(edit.After, draft), draft.Options.Title)),
            };
        }

        context = context with { PlainText = new Lazy<string?>(() => TextOutsideLinks(tree)) };
        var result = Attempts(tree, edit, context).FirstOrDefault(attempt => Reads(attempt, storage, edit, context))
            ?? Reunion.Apply(storage, Whole(tree, edit, context));
        return new WriteBackResult(WithRows(result, rows, properties, context.Options), () => before.Report,
            [.. Dropped(edit, context), .. Lost(tree, result)]);
    }

    /// <summary>What the page says outside of links; null where no address can stand in it.</summary>
    private static string? TextOutsideLinks(StorageTree tree)
    {
        if (!tree.Source.AsSpan().ContainsAny(Signs))
        {
            return null;
        }

        var text = new StringBuilder();
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree[node].Kind == NodeKind.Text && !IsInLink(tree, node))
            {
                text.Append(Entities.Decode(tree.Outer(node))).Append('\n');
            }
        }

        return text.ToString();
    }

    private static bool IsInLink(StorageTree tree, int node)
    {
        while (node != 0)
        {
            node = tree[node].Parent;
            if (tree.ElementOf(node) is Element.A or Element.Link)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The pages that an edit may have meant, the least changed first; what moved has its ids and comments where they fit.
    /// </summary>
    private static IEnumerable<string> Attempts(StorageTree tree, Edit edit, StorageContext context)
    {
        foreach (var attempt in Spliced(tree, edit, context))
        {
            var reunited = Reunion.Apply(tree.Source, attempt);
            yield return reunited;
            if (reunited != attempt)
            {
                yield return attempt;
            }
        }
    }

    private static IEnumerable<string> Spliced(StorageTree tree, Edit edit, StorageContext context)
    {
        foreach (var depth in Depths)
        {
            var blocks = new BlockSplice(tree.Source, edit, context);
            var patched = depth == Depths[0] ? TextSplice.For(tree, edit) : new TextSplice([], edit.Hunks);
            var rest = patched.Rest.Count == 0 ? [] : blocks.For(patched.Rest, depth);
            if (rest is not null && Replacement.Apply(tree.Source, patched.Replacements.Concat(rest)) is { } storage)
            {
                yield return storage;
            }

            if (depth == Depths[0] && patched.Replacements.Count > 0 && blocks.For(edit.Hunks, depth) is { } all
                && Replacement.Apply(tree.Source, all) is { } spliced)
            {
                yield return spliced;
            }
        }
    }

    /// <summary>Everything is rendered again, over what was there.</summary>
    private static string Whole(StorageTree tree, Edit edit, StorageContext context)
    {
        var body = MarkdownBodyReader.Read(edit.After, context);
        var merged = ElementMerge.Merge($"<div>{tree.Source}</div>", $"<div>{body}</div>");
        return merged.StartsWith("<div>", StringComparison.Ordinal) ? merged["<div>".Length..^"</div>".Length] : body;
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

    /// <summary>What of the edit has no place in the page; what stood in the base before is none of its business.</summary>
    private static List<ConversionFinding> Dropped(Edit edit, StorageContext context)
    {
        var places = edit.Hunks.Where(hunk => edit.After.AsSpan(hunk.NewStart, hunk.NewEnd - hunk.NewStart).ContainsAny("<[{"))
            .Select(hunk => (First: LineOf(edit.After, hunk.NewStart), Last: LineOf(edit.After, hunk.NewEnd))).ToList();
        if (places.Count == 0)
        {
            return [];
        }

        _ = MarkdownBodyReader.Read(edit.After, context, out var findings);
        return findings.FindAll(finding => places.Exists(place => place.First <= finding.Line && finding.Line <= place.Last));
    }

    private static int LineOf(string text, int offset) => text.AsSpan(0, offset).Count('\n') + 1;

    private static List<ConversionFinding> Lost(StorageTree before, string storage)
    {
        var references = Identities.Comments(before);
        if (references.Count == 0 || KeepsComments(before.Source, storage))
        {
            return [];
        }

        references.ExceptWith(StorageScanner.Scan(storage, out _) is { } after ? Identities.Comments(after) : []);
        return
        [
            .. references.Order(StringComparer.Ordinal).Select(reference => new ConversionFinding(
                FindingKind.InlineCommentIsLost, 1, 1, $"inline comment {reference} lost the text it stood on",
                    "answer or resolve the comment in Confluence")),
        ];
    }

    /// <summary>Whether no comment stands in what an edit touched, which is nearly always so and takes no reading.</summary>
    private static bool KeepsComments(string before, string after)
    {
        var change = TextChange.Of(before, after);
        return !change.Tags(before).Contains("inline-comment-marker", StringComparison.Ordinal)
            && !after.AsSpan(change.Start, change.NewEnd - change.Start).Contains("<!", StringComparison.Ordinal);
    }
}
