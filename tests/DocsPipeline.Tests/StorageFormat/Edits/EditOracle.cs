using System.Text.RegularExpressions;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>
/// What an edit must leave alone, told without the splice: by the words that a page has once, their elements before and after, and bytes.
/// </summary>
internal sealed partial class EditOracle
{
    private readonly StorageTree before;
    private readonly StorageTree after;
    private readonly PageEdit edit;

    /// <summary>The words of the base that still stand there, with their nodes before and after.</summary>
    private readonly Dictionary<string, (int Before, int After)> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> once;
    private readonly List<string> faults = [];

    private EditOracle(StorageTree before, StorageTree after, string markdown, PageEdit edit)
    {
        (this.before, this.after, this.edit) = (before, after, edit);
        once = PageWords.Once(before, markdown);
        var now = PageWords.Once(after, null);
        foreach (var (word, node) in once)
        {
            if (now.TryGetValue(word, out var other))
            {
                kept[word] = (node, other);
            }
        }
    }

    /// <summary>What went wrong with an edit of a page.</summary>
    public static List<string> Faults(string storage, string markdown, PageEdit edit, WriteBackResult result, ConversionOptions options) =>
        result.Storage is { } renewed
            ? Faults(storage, markdown, edit, renewed, result.Findings, options)
            : [$"no page: {result.Findings[0].Message}"];

    /// <summary>What is wrong with a page that came of an edit, and with what was told of it.</summary>
    public static List<string> Faults(string storage, string markdown, PageEdit edit, string renewed,
        IReadOnlyList<ConversionFinding> findings, ConversionOptions options)
    {
        if (!CanonicalStorage.IsWellFormed(renewed) || StorageScanner.Scan(renewed, out _) is not { } after)
        {
            return ["not well-formed"];
        }

        var oracle = new EditOracle(StorageScanner.Scan(storage, out _)!, after, markdown, edit);
        oracle.Reads(renewed, options);
        oracle.Bytes(0);
        oracle.Tags();
        oracle.Comments(findings);
        return oracle.faults;
    }

    /// <summary>The words that comments stand on.</summary>
    public static IEnumerable<string> Marked(StorageTree tree) =>
        Markers(tree).Values.Where(words => words.Count > 1).SelectMany(words => words);

    /// <summary>The page says what the edited Markdown says.</summary>
    private void Reads(string renewed, ConversionOptions options)
    {
        var markdown = new StorageFormatToMarkdown().Convert(renewed, options).Markdown;
        if (markdown == edit.Markdown)
        {
            return;
        }

        var fresh = New(edit.Markdown, options);
        if (Numbers().Replace(fresh, "") != Numbers().Replace(New(markdown!, options), "")
            && new StorageFormatToMarkdown().Convert(fresh, options).Markdown != markdown)
        {
            faults.Add("reads otherwise");
        }
    }

    private static string New(string markdown, ConversionOptions options) =>
        new MarkdownToStorageFormat().Convert(markdown, null, options).Storage!;

    /// <summary>Neighbours that no edit touched stand there as they were, with what is between them.</summary>
    private void Bytes(int node)
    {
        for (var child = before[node].FirstChild; child != 0;)
        {
            var words = Words(child);
            if (words.Count == 0)
            {
                Alone(child);
                child = before[child].Next;
                continue;
            }

            if (!IsCalm(words))
            {
                if (words.Overlaps(kept.Keys))
                {
                    Bytes(child);
                }

                child = before[child].Next;
                continue;
            }

            // What has no words of its own is part of a run where words follow that are.
            var last = child;
            for (var next = before[child].Next; next != 0 && IsCalm([.. words, .. Words(next)]); next = before[next].Next)
            {
                if (Words(next) is { Count: > 0 } more)
                {
                    words.UnionWith(more);
                    last = next;
                }
            }

            Stands(child, last);
            child = before[last].Next;
        }
    }

    /// <summary>
    /// A mention, an empty paragraph: it stands somewhere, unless its neighbour is gone and it may have been a part of that. What holds
    /// words that stand twice, or other blocks, may have been changed itself.
    /// </summary>
    private void Alone(int node)
    {
        if (before[node].Kind == NodeKind.Element && PageWords.Of(before.Text(node)).Count == 0
            && !ElementPlacement.HoldsBlock(before, node) && !IsGone(before[node].Previous) && !IsGone(before[node].Next))
        {
            Stands(node, node);
        }
    }

    private bool IsGone(int node) => node != 0 && Words(node) is { Count: > 0 } words && !words.Overlaps(kept.Keys);

    private void Stands(int first, int last)
    {
        var run = before.Source[before[first].Start..before[last].End].Trim();
        if (!after.Source.Contains(run, StringComparison.Ordinal)
            && !(NeedsParagraph(first) && first != last && StandsByItself(first, last)))
        {
            faults.Add($"bytes are gone: {run}");
        }
    }

    /// <summary>Whether loose text would be one with other loose text, since what stood in front of it moved away.</summary>
    private bool NeedsParagraph(int node) => before[node].Kind == NodeKind.Text && before[node].Previous is var previous and not 0
        && edit.Moved.Exists(moved => moved.Overlaps(Words(previous)));

    private bool StandsByItself(int first, int last)
    {
        while (after.Source.Contains(before.Source[before[first].Start..before[first].End].Trim(), StringComparison.Ordinal))
        {
            if (first == last)
            {
                return true;
            }

            first = before[first].Next;
        }

        return false;
    }

    /// <summary>The words below a node that the page has once.</summary>
    private HashSet<string> Words(int node) =>
        [.. PageWords.Of(before[node].Kind == NodeKind.Text ? before.Text(node) : before.Outer(node).ToString()).Where(once.ContainsKey)];

    private bool IsCalm(HashSet<string> words) =>
        !words.Overlaps(edit.Changed) && words.IsSubsetOf(kept.Keys) && !edit.Seams.Exists(seam => seam.Touches(words))
        && edit.Moved.TrueForAll(moved => !moved.Overlaps(words) || words.IsSubsetOf(moved));

    /// <summary>The elements around words that are still there keep their attributes, unless others of their kind took them in.</summary>
    private void Tags()
    {
        var claims = new Dictionary<int, HashSet<int>>();
        var places = new Dictionary<int, HashSet<int>>();
        foreach (var (old, renewed) in kept.Values)
        {
            var now = Around(after, renewed);
            foreach (var (kind, element) in Around(before, old))
            {
                if (now.TryGetValue(kind, out var place))
                {
                    (claims.TryGetValue(place, out var olds) ? olds : claims[place] = []).Add(element);
                    (places.TryGetValue(element, out var news) ? news : places[element] = []).Add(place);
                }
            }
        }

        foreach (var (element, standing) in places)
        {
            var tag = Tag(before, element);
            var isEmptied = before.ElementOf(element) is Element.Ul or Element.Ol && edit.Emptied.IsSupersetOf(Words(element));
            if (before[element].Attributes > 0 && !isEmptied && !standing.Any(place => Tag(after, place) == tag)
                && !StandsOnOthers(element, tag)
                && !standing.All(place => claims[place].Any(other => Tag(before, other) == Tag(after, place)
                    && (before[other].Attributes > 0 || before[element].Attributes == 0))))
            {
                faults.Add($"tag is gone: {tag} is now {string.Join(' ', standing.Select(place => Tag(after, place)))}");
            }
        }
    }

    /// <summary>
    /// Whether a line that was taken apart has left its tag, which says who it is, with words that stand more than once.
    /// </summary>
    private bool StandsOnOthers(int element, string tag)
    {
        var words = PageWords.Of(before.Text(element));
        return tag.Contains('"') && words.Overlaps(edit.Changed) && Enumerable.Range(1, after.Count - 1).Any(node =>
            after[node].Kind == NodeKind.Element && Tag(after, node) == tag && PageWords.Of(after.Text(node)).Overlaps(words));
    }

    /// <summary>The nearest element of each kind around a text.</summary>
    private static Dictionary<string, int> Around(StorageTree tree, int node)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        while ((node = tree[node].Parent) != 0)
        {
            if (!ElementPlacement.IsInline(tree.ElementOf(node)))
            {
                var name = tree.NameOf(node).ToString();
                found.TryAdd(name is ['h', >= '1' and <= '6'] ? "h" : name, node);
            }
        }

        return found;
    }

    private static string Tag(StorageTree tree, int node)
    {
        var end = tree[node].InnerStart;
        return Varies().Replace(tree.Source[tree[node].Start..end], "");
    }

    /// <summary>A comment stands on the words it stood on, where any are left; where none are, it is gone and somebody is told.</summary>
    private void Comments(IReadOnlyList<ConversionFinding> findings)
    {
        var (old, renewed) = (Markers(before), Markers(after));
        foreach (var (reference, words) in old)
        {
            var judged = words.Where(once.ContainsKey).ToHashSet();
            var stands = renewed.TryGetValue(reference, out var now);
            var left = judged.Where(kept.ContainsKey).ToHashSet();
            var isTaken = words.Overlaps(edit.Changed);
            if (left.Count > 0 && (!stands || !now!.Overlaps(isTaken ? words : left)))
            {
                faults.Add($"comment {reference} left its words: {string.Join(' ', left)}");
            }
            else if (stands && now!.FirstOrDefault(word => kept.ContainsKey(word) && !judged.Contains(word)) is { } other)
            {
                faults.Add($"comment {reference} went to another word: {other}");
            }
            else if (stands && judged.Count > 0 && left.Count == 0 && !now!.Overlaps(edit.Fresh) && words.All(once.ContainsKey))
            {
                faults.Add($"comment {reference} stands where its words are not");
            }

            if (stands == findings.Any(finding =>
                finding.Kind == FindingKind.InlineCommentIsLost && finding.Message.Contains($" {reference} ", StringComparison.Ordinal)))
            {
                faults.Add(stands ? $"comment {reference} is said to be lost" : $"comment {reference} is lost, and nobody is told");
            }
        }
    }

    private static Dictionary<string, HashSet<string>> Markers(StorageTree tree)
    {
        var markers = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree.ElementOf(node) == Element.InlineCommentMarker)
            {
                var reference = tree.Attribute(node, "ac:ref") ?? "";
                (markers.TryGetValue(reference, out var words) ? words : markers[reference] = []).UnionWith(PageWords.Of(tree.Text(node)));
            }
        }

        return markers;
    }

    /// <summary>A task keeps its number where it goes; Markdown has it only where it does not count.</summary>
    [GeneratedRegex("<ac:task-id>[0-9]*</ac:task-id>")]
    private static partial Regex Numbers();

    [GeneratedRegex(" start=\"[0-9]+\"|(?<=^<h)[1-6]| */?>$")]
    private static partial Regex Varies();
}
