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
        return edit is null || more is null || new MarkdownParts(edit.Markdown, unique).Groups.Count == parts.Groups.Count + more ? edit : null;
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
            "indent" => Indent(parts, Any(parts.Items.FindAll(item => item.Index > 0 && Previous(parts, item) is not null))),
            "outdent" => Outdent(parts, Any(parts.Items.FindAll(item => IsLast(parts, item) && ParentItem(parts, item) is not null))),
            "level" => Level(parts, Any(parts.Headings)),
            "paragraph to item" => ToItem(parts, Any(parts.Paragraphs)),
            "item to paragraph" => ToParagraph(parts, Any(parts.Items.FindAll(item =>
                item.Count == 1 && MarkdownParts.Indent(parts.Lines[item.First]).Length == 0 && !IsTask(parts, item)
                && (IsLast(parts, item) || item.Index == 0)))),
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
        return new PageEdit(operation, With(parts, line, 0, ["", text, ""]))
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
        return new PageEdit(operation, With(parts, line, 0, lines)) { Seams = [parts.LineSeam(line)], Fresh = words };
    }

    private static PageEdit? DeleteBlock(MarkdownParts parts, MarkdownPart? block) => block is null
        ? null
        : new PageEdit("delete block", With(parts, block.First, block.Count, []))
        {
            Seams = [parts.BlockSeam(block.First), parts.BlockSeam(block.Last + 1), Around(parts, block)],
        };

    private static PageEdit? Delete(MarkdownParts parts, MarkdownPart? part, string operation) => part is null
        ? null
        : new PageEdit(operation, With(parts, part.First, part.Count, []))
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
            ? With(With(parts.Lines, at, 0, text), block.First, block.Count, [])
            : With(With(parts.Lines, block.First, block.Count, []), at, 0, text);
        return new PageEdit(operation, Join(markdown))
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
        var lines = With(With(parts.Lines, two.First, two.Count, first), one.First, one.Count, second);
        int[] edges = [one.First, one.Last + 1, two.First, two.Last + 1];
        return new PageEdit(operation, Join(lines))
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
        return new PageEdit("join", With(parts, first.First, second.Last - first.First + 1,
            [$"{parts.Lines[first.First].TrimEnd('\\')} {parts.Lines[second.First]}"]))
        {
            Changed = [.. parts.Words(first), .. parts.Words(second)],
        };
    }

    private static PageEdit? Indent(MarkdownParts parts, MarkdownPart? item)
    {
        if (item is null)
        {
            return null;
        }

        var previous = Previous(parts, item)!;
        var width = MarkdownParts.Marker(parts.Lines[previous.First]).Replace("[ ] ", "").Replace("[x] ", "").TrimStart(' ').Length;
        return Shift(parts, item, "indent", line => line.Length == 0 ? line : new string(' ', width) + line);
    }

    private static PageEdit? Outdent(MarkdownParts parts, MarkdownPart? item)
    {
        if (item is null)
        {
            return null;
        }

        var indent = MarkdownParts.Indent(parts.Lines[item.First]).Length;
        var parent = MarkdownParts.Indent(parts.Lines[ParentItem(parts, item)!.First]).Length;
        return Shift(parts, item, "outdent", line => line.Length == 0 ? line : line[(indent - parent)..]);
    }

    private static PageEdit Shift(MarkdownParts parts, MarkdownPart item, string operation, Func<string, string> shift)
    {
        var lines = parts.Lines[item.First..(item.Last + 1)].Select(shift).ToArray();
        lines[0] = Regex.Replace(lines[0], "^( *)[0-9]+([.)])", "${1}1$2");
        return new PageEdit(operation, With(parts, item.First, item.Count, lines))
        {
            Moved = [parts.Words(item)],
            Emptied = item.Index == 0 && IsLast(parts, item) ? parts.Words(item) : [],
            Seams = [parts.LineSeam(item.First), parts.LineSeam(item.Last + 1)],
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
        return new PageEdit("level", With(parts, heading.First, 1, [new string('#', level) + text])) { Changed = parts.Words(heading) };
    }

    private static PageEdit? ToItem(MarkdownParts parts, MarkdownPart? paragraph)
    {
        if (paragraph is null)
        {
            return null;
        }

        // Behind a list it becomes the last item of it.
        var list = parts.Items.FindLast(item => item.Last < paragraph.First && MarkdownParts.Indent(parts.Lines[item.First]).Length == 0);
        var joins = list is not null && parts.Groups[paragraph.Index - 1].Node is ListBlock { IsOrdered: false }
            && parts.Groups[paragraph.Index - 1].Last >= list.Last && !IsTask(parts, list);
        var first = joins ? parts.Groups[paragraph.Index - 1].Last + 1 : paragraph.First;
        var marker = joins ? MarkdownParts.Marker(parts.Lines[list!.First]) : "- ";
        return new PageEdit("paragraph to item", With(parts, first, paragraph.Last - first + 1, [marker + parts.Lines[paragraph.First]]))
        {
            Changed = parts.Words(paragraph),
            Seams = [parts.LineSeam(first), parts.LineSeam(paragraph.Last + 1)],
        };
    }

    private static PageEdit? ToParagraph(MarkdownParts parts, MarkdownPart? item)
    {
        if (item is null)
        {
            return null;
        }

        var text = parts.Lines[item.First][MarkdownParts.Marker(parts.Lines[item.First]).Length..];
        return new PageEdit("item to paragraph", With(parts, item.First, 1, item.Index == 0 ? [text, ""] : ["", text, ""]))
        {
            Changed = parts.Words(item),
            Seams = [parts.LineSeam(item.First), parts.LineSeam(item.Last + 1)],
        };
    }

    private PageEdit? Word(MarkdownParts parts, Match? word, string operation)
    {
        if (word is null)
        {
            return null;
        }

        var (_, words) = New();
        var line = parts.Markdown.AsSpan(0, word.Index).Count('\n');
        return !parts.Words(line, line).Overlaps(unique) ? null : new PageEdit(operation, parts.Markdown[..word.Index] + words.First() + parts.Markdown[(word.Index + word.Length)..])
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

    private static bool IsTask(MarkdownParts parts, MarkdownPart item) => MarkdownParts.Marker(parts.Lines[item.First]).Contains('[');

    private static bool IsLast(MarkdownParts parts, MarkdownPart item) =>
        item.Node is ListItemBlock { Parent: ListBlock list } && list[^1] == item.Node;

    /// <summary>Without its first item, a numbered list below a line of text would be a part of that line.</summary>
    private static bool IsNumberedBelow(MarkdownParts parts, MarkdownPart item) =>
        MarkdownParts.Number(parts.Lines[item.First]).StartsWith(' ');

    private static MarkdownPart? Previous(MarkdownParts parts, MarkdownPart item) =>
        parts.Items.Find(other => other.Owner == item.Owner && other.Index == item.Index - 1);

    private static MarkdownPart? ParentItem(MarkdownParts parts, MarkdownPart item) =>
        parts.Items.Find(other => item.Node is ListItemBlock { Parent.Parent: ListItemBlock parent } && other.Node == parent);

    private static Seam Around(MarkdownParts parts, MarkdownPart part) =>
        parts.BlockSeam(part.First) with { After = parts.BlockSeam(part.Last + 1).After };

    private static int Columns(string row) => Regex.Count(row, @"(?<!\\)\|") - 1;

    private static int Cells(MarkdownParts parts, MarkdownPart row) =>
        string.Concat(parts.Lines[row.First..(row.Last + 1)]).Split("<td", StringSplitOptions.None).Length
        + string.Concat(parts.Lines[row.First..(row.Last + 1)]).Split("<th", StringSplitOptions.None).Length - 2;

    private static string[] With(string[] lines, int at, int count, string[] text) => [.. lines[..at], .. text, .. lines[(at + count)..]];

    private static string With(MarkdownParts parts, int at, int count, string[] text) => Join(With(parts.Lines, at, count, text));

    private static string Join(string[] lines) => string.Join('\n', lines).Trim('\n') + "\n";
}
