using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>What people do to a document, at a place that a seed chooses. Each answers null where there is nothing to do it to.</summary>
internal sealed class RandomEdit(Random random, IReadOnlySet<string> unique, IReadOnlyList<string> marked)
{
    private int fresh;

    public static IReadOnlyList<string> Operations { get; } =
    [
        "append", "insert paragraph", "insert item", "insert row", "insert HTML row", "delete block", "delete item", "delete row",
        "delete HTML row", "move block near", "move block far", "swap blocks", "swap items", "swap rows", "swap HTML rows", "split", "join",
        "indent", "outdent", "level", "paragraph to item", "item to paragraph", "word", "marked word", "several",
    ];

    /// <summary>The edit; null, too, where a list came to stand beside another and is one with it now.</summary>
    public PageEdit? Of(string operation, string markdown)
    {
        var parts = new MarkdownParts(markdown, unique);
        var edit = Of(operation, parts);
        var more = operation switch
        {
            "append" or "insert paragraph" => 1,
            "delete block" => -1,
            "move block near" or "move block far" or "swap blocks" => 0,
            _ => (int?)null,
        };
        return edit is null || more is null || new MarkdownParts(edit.Markdown, unique).Groups.Count == parts.Groups.Count + more
            ? edit
            : null;
    }

    private PageEdit? Of(string operation, MarkdownParts parts) => operation switch
    {
        "append" => Insert(parts, parts.Lines.Length, operation),
        "insert paragraph" => Any(parts.Groups.FindAll(group => !IsTag(parts, group))) is { } group
            ? Insert(parts, group.Last + 1, operation)
            : null,
        "insert item" => InsertLine(parts, Any(parts.Items), operation),
        "insert row" => InsertLine(parts, Any(parts.Rows), operation),
        "insert HTML row" => InsertLine(parts, Any(parts.HtmlRows), operation),
        "delete block" => DeleteBlock(parts, Any(parts.Blocks)),
        "delete item" => Delete(parts, Any(parts.Items.FindAll(item => item.Index > 0 || !IsNumberedBelow(parts, item))), operation),
        "delete row" => Delete(parts, Any(parts.Rows.FindAll(row => row.Index > 0)), operation),
        "delete HTML row" => Delete(parts, Any(parts.HtmlRows), operation),
        "move block near" => MoveBlock(parts, operation, 2),
        "move block far" => MoveBlock(parts, operation, int.MaxValue),
        "swap blocks" => Swap(parts, parts.Blocks, operation, isBlock: true),
        "swap items" => Swap(parts, SameOwner(parts.Items), operation),
        "swap rows" => Swap(parts, SameOwner(parts.Rows.FindAll(row => row.Index > 0)), operation),
        "swap HTML rows" => Swap(parts, SameOwner(parts.HtmlRows), operation),
        "split" => Split(parts, Any(parts.Paragraphs.FindAll(paragraph => parts.Breaks(paragraph).Count > 0))),
        "join" => Join(parts),
        "indent" => ListEdits.Indent(parts, Any(parts.Items.FindAll(item => ListEdits.Previous(parts, item) is not null))),
        "outdent" => ListEdits.Outdent(parts,
            Any(parts.Items.FindAll(item => ListEdits.IsLast(parts, item) && ListEdits.ParentItem(parts, item) is not null))),
        "level" => Level(parts, Any(parts.Headings)),
        "paragraph to item" => ListEdits.ToItem(parts, Any(parts.Paragraphs)),
        "item to paragraph" => ListEdits.ToParagraph(parts, Any(parts.Items.FindAll(item =>
            item.Count == 1 && MarkdownParts.Indent(parts.Lines[item.First]).Length == 0 && !ListEdits.IsTask(parts, item)
            && (ListEdits.IsLast(parts, item) || item.Index == 0)))),
        "word" => Word(parts, Any(parts.TextWords().ToList()), operation),
        "marked word" => Word(parts, Any(parts.TextWords().Where(word => marked.Contains(word.Value)).ToList()), operation),
        _ => Several(parts.Markdown),
    };

    private PageEdit? Several(string markdown)
    {
        PageEdit? all = null;
        for (var count = 2 + random.Next(3); count > 0; count--)
        {
            var next = Of(Operations[random.Next(Operations.Count - 1)], all?.Markdown ?? markdown);
            all = next is null ? all : all?.Then(next) ?? next;
        }

        return all;
    }

    private PageEdit Insert(MarkdownParts parts, int line, string operation)
    {
        var (text, words) = New();
        return new PageEdit(operation, parts.With(line, 0, ["", text, ""]))
        {
            Seams = [parts.BlockSeam(line)],
            Fresh = words,
        };
    }

    private PageEdit? InsertLine(MarkdownParts parts, MarkdownPart? after, string operation)
    {
        if (after is null)
        {
            return null;
        }

        var (text, words) = New();
        var like = parts.Lines[after.First];
        string[] lines = like.StartsWith("<tr", StringComparison.Ordinal)
            ? ["<tr>", .. Enumerable.Repeat($"<td>{text}</td>", Cells(parts, after)), "</tr>"]
            : like.StartsWith('|') ? [string.Concat(Enumerable.Repeat($"| {text} ", Columns(like))) + "|"]
            : [MarkdownParts.Marker(like) + text];
        var line = after.Last + (like.StartsWith('|') && after.Index == 0 ? 2 : 1);
        return new PageEdit(operation, parts.With(line, 0, lines)) { Seams = [parts.LineSeam(line)], Fresh = words };
    }

    private static PageEdit? DeleteBlock(MarkdownParts parts, MarkdownPart? block) => block is null
        ? null
        : new PageEdit("delete block", parts.With(block.First, block.Count, []))
        {
            Seams = [parts.BlockSeam(block.First), parts.BlockSeam(block.Last + 1), Around(parts, block)],
        };

    private static PageEdit? Delete(MarkdownParts parts, MarkdownPart? part, string operation) => part is null
        ? null
        : new PageEdit(operation, parts.With(part.First, part.Count, []))
        {
            Seams = [parts.LineSeam(part.First), parts.LineSeam(part.Last + 1)],
        };

    private PageEdit? MoveBlock(MarkdownParts parts, string operation, int distance)
    {
        if (Any(parts.Blocks) is not { } block)
        {
            return null;
        }

        var places = parts.Groups.FindAll(group => group != block && group.Index != block.Index - 1
            && Math.Abs(group.Index - block.Index) <= distance && !IsTag(parts, group));
        if (Any(places) is not { } place)
        {
            return null;
        }

        string[] text = ["", .. parts.Lines[block.First..(block.Last + 1)], ""];
        var at = place.Last + 1;
        var markdown = at > block.First
            ? MarkdownParts.With(MarkdownParts.With(parts.Lines, at, 0, text), block.First, block.Count, [])
            : MarkdownParts.With(MarkdownParts.With(parts.Lines, block.First, block.Count, []), at, 0, text);
        return new PageEdit(operation, MarkdownParts.Text(markdown))
        {
            Moved = [parts.Words(block)],
            Seams = [parts.BlockSeam(at), parts.BlockSeam(block.First), parts.BlockSeam(block.Last + 1), Around(parts, block)],
        };
    }

    private PageEdit? Swap(MarkdownParts parts, List<MarkdownPart> candidates, string operation, bool isBlock = false)
    {
        if (Any(candidates) is not { } one || Any(candidates.FindAll(other => other.Owner == one.Owner && other != one)) is not { } two)
        {
            return null;
        }

        (one, two) = one.First < two.First ? (one, two) : (two, one);
        if (one.Last >= two.First)
        {
            return null;
        }

        var (first, second) = (Marked(parts, one, two), Marked(parts, two, one));
        var lines = MarkdownParts.With(MarkdownParts.With(parts.Lines, two.First, two.Count, first), one.First, one.Count, second);
        int[] edges = [one.First, one.Last + 1, two.First, two.Last + 1];
        return new PageEdit(operation, MarkdownParts.Text(lines))
        {
            Moved = [parts.Words(one), parts.Words(two)],
            Seams = [.. edges.Select(edge => isBlock ? parts.BlockSeam(edge) : parts.LineSeam(edge))],
        };
    }

    /// <summary>The lines of a part behind the marker of another, so that the numbers of a list go on counting.</summary>
    private static string[] Marked(MarkdownParts parts, MarkdownPart part, MarkdownPart place)
    {
        var (marker, other) = (MarkdownParts.Number(parts.Lines[part.First]), MarkdownParts.Number(parts.Lines[place.First]));
        var lines = parts.Lines[part.First..(part.Last + 1)];
        lines[0] = marker.Length == other.Length ? other + lines[0][marker.Length..] : lines[0];
        return lines;
    }

    private PageEdit? Split(MarkdownParts parts, MarkdownPart? paragraph)
    {
        if (paragraph is null)
        {
            return null;
        }

        var breaks = parts.Breaks(paragraph);
        var sentences = breaks.FindAll(at => parts.Markdown[at - 2] == '.');
        var at = sentences.Count > 0 && random.Next(2) == 0 ? sentences[random.Next(sentences.Count)] : breaks[random.Next(breaks.Count)];
        return new PageEdit("split", $"{parts.Markdown[..at].TrimEnd(' ')}\n\n{parts.Markdown[at..]}")
        {
            Changed = parts.Words(paragraph),
        };
    }

    private PageEdit? Join(MarkdownParts parts)
    {
        var first = Any(parts.Paragraphs.FindAll(one => parts.Paragraphs.Exists(two => two.Index == one.Index + 1)));
        if (first is null)
        {
            return null;
        }

        var second = parts.Paragraphs.Find(two => two.Index == first.Index + 1)!;
        return new PageEdit("join", parts.With(first.First, second.Last - first.First + 1,
            [$"{parts.Lines[first.First].TrimEnd('\\')} {parts.Lines[second.First]}"]))
        {
            Changed = [.. parts.Words(first), .. parts.Words(second)],
        };
    }

    private PageEdit? Level(MarkdownParts parts, MarkdownPart? heading)
    {
        if (heading is null)
        {
            return null;
        }

        var line = parts.Lines[heading.First];
        var text = line.TrimStart('#');
        var level = 1 + ((line.Length - text.Length + random.Next(5)) % 6);
        return new PageEdit("level", parts.With(heading.First, 1, [new string('#', level) + text])) { Changed = parts.Words(heading) };
    }

    private PageEdit? Word(MarkdownParts parts, Match? word, string operation)
    {
        if (word is null)
        {
            return null;
        }

        var (_, words) = New();
        var line = parts.Markdown.AsSpan(0, word.Index).Count('\n');
        if (!parts.Words(line, line).Overlaps(unique))
        {
            return null;
        }

        var (head, tail) = (parts.Markdown[..word.Index], parts.Markdown[(word.Index + word.Length)..]);
        return new PageEdit(operation, head + words.First() + tail)
        {
            Changed = parts.Words(line, line),
            Fresh = words,
        };
    }

    private (string Text, HashSet<string> Words) New() => ($"neu{++fresh}a neu{fresh}b", [$"neu{fresh}a", $"neu{fresh}b"]);

    private T? Any<T>(List<T> of) where T : class => of.Count == 0 ? null : of[random.Next(of.Count)];

    private static List<MarkdownPart> SameOwner(List<MarkdownPart> parts) =>
        parts.FindAll(part => parts.Exists(other => other != part && other.Owner == part.Owner));

    /// <summary>Behind what begins something, or is a part of a table, no block of its own stands.</summary>
    private static bool IsTag(MarkdownParts parts, MarkdownPart group) =>
        group.Node is HtmlBlock && !parts.Lines[group.Last].EndsWith("</table>", StringComparison.Ordinal)
        && !parts.Lines[group.Last].Contains("<!-- /confluence", StringComparison.Ordinal);

    /// <summary>Without its first item, a numbered list below a line of text would be a part of that line.</summary>
    private static bool IsNumberedBelow(MarkdownParts parts, MarkdownPart item) =>
        MarkdownParts.Number(parts.Lines[item.First]).StartsWith(' ');

    private static Seam Around(MarkdownParts parts, MarkdownPart part) =>
        parts.BlockSeam(part.First) with { After = parts.BlockSeam(part.Last + 1).After };

    private static int Columns(string row) => Regex.Count(row, @"(?<!\\)\|") - 1;

    private static int Cells(MarkdownParts parts, MarkdownPart row) =>
        string.Concat(parts.Lines[row.First..(row.Last + 1)]).Split("<td", StringSplitOptions.None).Length
        + string.Concat(parts.Lines[row.First..(row.Last + 1)]).Split("<th", StringSplitOptions.None).Length - 2;
}
