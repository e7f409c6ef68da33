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

    /// <summary>How deep blocks are looked for, and with how many neighbours; the least first.</summary>
    private static readonly (int Depth, int Neighbours)[] Reaches =
        [(64, 0), (3, 0), (1, 0), (0, 0), (64, 1), (0, 1), (0, BlockSplice.Everything)];

    public static WriteBackResult Apply(string markdown, string storage, ConversionOptions options, PageProperties? properties)
    {
        if (StorageScanner.Scan(storage, out var fault) is not { } tree)
        {
            return new WriteBackResult(null, () => ConversionReport.Empty, [fault!.In(storage)]);
        }

        var context = new StorageContext(options, MacroForms.All) { Base = new BaseContent(storage) };
        var result = Apply(markdown.WithLineFeeds(), tree, context, properties);
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

        if (EnclosureCheck.Find(edited, before.Markdown) is { } broken)
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

        if (edit.After.Contains("[^", StringComparison.Ordinal))
        {
            context = context with { Footnotes = FootnoteNumbers.Of(MarkdownBodyReader.Parse(edit.After)) };
        }

        context = context with { PlainText = new Lazy<string?>(() => TextOutsideLinks(tree)) };
        // A page that is read again has notes of its own.
        var meaning = new Meaning(edit, context with { Footnotes = null });
        var result = Attempts(tree, edit, context, meaning)
            .Select(attempt => LostIds.Return(tree, FootnoteOrder.Restore(tree, attempt)))
            .FirstOrDefault(attempt => meaning.IsThatOf(attempt, storage));
        if (result is null && StorageScanner.Scan(result = KeptBlocks.In(tree, meaning.Storage), out var unreadable) is null)
        {
            // What no page can be, nobody can read again either. The place is one of the page, which the document has not.
            return new WriteBackResult(null, () => before.Report, [(unreadable! with { Offset = 0 }).In(edited)]);
        }

        result = WithoutNewCode(tree, Fallbacks.Follow(tree, result), edit, context, out var code);
        return new WriteBackResult(WithRows(result, rows, properties, context.Options), () => before.Report,
            [.. Dropped(edit, context), .. code, .. Lost(tree, result, edit)]);
    }

    /// <summary>The words of a script in the page may be edited like any others; then it is no longer the page's own.</summary>
    private static string WithoutNewCode(
        StorageTree tree, string result, Edit edit, StorageContext context, out List<ConversionFinding> findings)
    {
        findings = [];
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree.ElementOf(node) == Element.Other && ActiveContent.IsElement(tree.NameOf(node)))
            {
                var session = new StorageSession(edit.After, context);
                findings = session.Findings;
                return ActiveContentCheck.Apply(session, result);
            }
        }

        return result;
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
            if (tree[node].Kind == NodeKind.Element && tree.ElementOf(node) != Element.InlineCommentMarker)
            {
                text.Append('\n');
            }
            else if (tree[node].Kind == NodeKind.Text && !IsInLink(tree, node))
            {
                text.Append(IsFirstBehind(tree, node) ? "\n" : "").Append(Entities.Decode(tree.Outer(node)));
            }
        }

        return text.ToString();
    }

    /// <summary>Whether a text follows an element that ended; a comment goes on within a word.</summary>
    private static bool IsFirstBehind(StorageTree tree, int node) =>
        tree[node].Previous is var previous && previous != 0 && tree.ElementOf(previous) != Element.InlineCommentMarker;

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

    /// <summary>The pages that an edit may have meant, the least changed first.</summary>
    private static IEnumerable<string> Attempts(StorageTree tree, Edit edit, StorageContext context, Meaning meaning)
    {
        var blocks = new BlockSplice(tree, edit, context);
        var patched = TextSplice.For(tree, edit);
        if (patched.Replacements.Count > 0)
        {
            var rest = patched.Rest.Count == 0 ? [] : blocks.For(patched.Rest, Reaches[0].Depth);
            if (rest is not null && Replacement.Apply(tree.Source, patched.Replacements.Concat(rest)) is { } storage)
            {
                yield return storage;
            }
        }

        foreach (var (depth, neighbours) in Reaches)
        {
            if (blocks.For(edit.Hunks, depth, neighbours) is { } replacements
                && Replacement.Apply(tree.Source, replacements) is { } storage)
            {
                yield return storage;
            }
        }

        if (Reunion.AsWritten(tree, meaning.Storage) is { } written)
        {
            yield return written;
        }
    }

    /// <summary>The rows were found in the base; the body around them has changed since, so they are found again.</summary>
    private static string WithRows(string storage, List<Replacement> rows, PageProperties? properties, ConversionOptions options) =>
        rows.Count > 0 && StorageScanner.Scan(storage, out _) is { } tree
            ? Replacement.Apply(storage, PropertySplice.For(tree, properties, options)) ?? storage
            : storage;

    /// <summary>
    /// What of the edit has no place in the page, or lost it by the edit: a note that no text names any more. What stood in the base before
    /// is none of its business.
    /// </summary>
    private static List<ConversionFinding> Dropped(Edit edit, StorageContext context)
    {
        var hasNotes = edit.After.Contains("[^", StringComparison.Ordinal);
        // A word may stand between the tags of what is told.
        var places = edit.Hunks.Where(hunk => WholeLines(edit.After, hunk).ContainsAny("<[{"))
            .Select(hunk => (First: LineOf(edit.After, hunk.NewStart), Last: LineOf(edit.After, hunk.NewEnd))).ToList();
        if (places.Count == 0 && !hasNotes)
        {
            return [];
        }

        _ = MarkdownBodyReader.Read(edit.After, context, out var findings);
        var told = findings.Count == 0 || !hasNotes ? [] : Told(edit, context);
        return findings.FindAll(finding => places.Exists(place => place.First <= finding.Line && finding.Line <= place.Last)
            || (hasNotes && !told.Contains(finding.Message)));
    }

    private static ReadOnlySpan<char> WholeLines(string text, Hunk hunk)
    {
        var start = text.AsSpan(0, hunk.NewStart).LastIndexOf('\n') + 1;
        var end = text.IndexOf('\n', hunk.NewEnd) is var feed and >= 0 ? feed : text.Length;
        return text.AsSpan(start, end - start);
    }

    private static HashSet<string> Told(Edit edit, StorageContext context)
    {
        _ = MarkdownBodyReader.Read(edit.Before, context with { Footnotes = null }, out var findings);
        return [.. findings.Select(finding => finding.Message)];
    }

    private static int LineOf(string text, int offset) => text.AsSpan(0, offset).Count('\n') + 1;

    /// <summary>The comments whose words are gone, each told where these stood.</summary>
    private static List<ConversionFinding> Lost(StorageTree before, string storage, Edit edit)
    {
        var references = InlineComments.In(before);
        if (references.Count == 0 || KeepsComments(before.Source, storage))
        {
            return [];
        }

        var kept = StorageScanner.Scan(storage, out _) is { } after ? InlineComments.In(after) : [];
        return
        [
            .. references.Where(reference => !kept.ContainsKey(reference.Key)).OrderBy(reference => reference.Value)
                .Select(reference => ConversionFinding.At(FindingKind.InlineCommentIsLost, edit.After,
                    edit.PlaceOf(before[reference.Value].Start, before[reference.Value].End),
                    $"inline comment {reference.Key} lost the text it stood on", "answer or resolve the comment in Confluence")),
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
