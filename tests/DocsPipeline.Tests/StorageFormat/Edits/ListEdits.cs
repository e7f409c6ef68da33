using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace DocsPipeline.Tests.StorageFormat.Edits;

/// <summary>What people do to the items of lists.</summary>
internal static class ListEdits
{
    public static PageEdit? Indent(MarkdownParts parts, MarkdownPart? item)
    {
        if (item is null)
        {
            return null;
        }

        var previous = Previous(parts, item)!;
        var width = MarkdownParts.Marker(parts.Lines[previous.First]).Replace("[ ] ", "").Replace("[x] ", "").TrimStart(' ').Length;
        return Shift(parts, item, "indent", line => line.Length == 0 ? line : new string(' ', width) + line);
    }

    public static PageEdit? Outdent(MarkdownParts parts, MarkdownPart? item)
    {
        if (item is null)
        {
            return null;
        }

        var indent = MarkdownParts.Indent(parts.Lines[item.First]).Length;
        var parent = MarkdownParts.Indent(parts.Lines[ParentItem(parts, item)!.First]).Length;
        return Shift(parts, item, "outdent", line => line.Length == 0 ? line : line[(indent - parent)..]);
    }

    public static PageEdit? ToItem(MarkdownParts parts, MarkdownPart? paragraph)
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
        return new PageEdit("paragraph to item", parts.With(first, paragraph.Last - first + 1, [marker + parts.Lines[paragraph.First]]))
        {
            Changed = parts.Words(paragraph),
            Seams = [parts.LineSeam(first), parts.LineSeam(paragraph.Last + 1)],
        };
    }

    public static PageEdit? ToParagraph(MarkdownParts parts, MarkdownPart? item)
    {
        if (item is null)
        {
            return null;
        }

        var text = parts.Lines[item.First][MarkdownParts.Marker(parts.Lines[item.First]).Length..];
        return new PageEdit("item to paragraph", parts.With(item.First, 1, item.Index == 0 ? [text, ""] : ["", text, ""]))
        {
            Changed = parts.Words(item),
            Seams = [parts.LineSeam(item.First), parts.LineSeam(item.Last + 1)],
        };
    }

    public static bool IsTask(MarkdownParts parts, MarkdownPart item) => MarkdownParts.Marker(parts.Lines[item.First]).Contains('[');

    public static bool IsLast(MarkdownParts parts, MarkdownPart item) =>
        item.Node is ListItemBlock { Parent: ListBlock list } && list[^1] == item.Node;

    public static MarkdownPart? Previous(MarkdownParts parts, MarkdownPart item) =>
        parts.Items.Find(other => other.Owner == item.Owner && other.Index == item.Index - 1);

    public static MarkdownPart? ParentItem(MarkdownParts parts, MarkdownPart item) =>
        parts.Items.Find(other => item.Node is ListItemBlock { Parent.Parent: ListItemBlock parent } && other.Node == parent);

    private static PageEdit Shift(MarkdownParts parts, MarkdownPart item, string operation, Func<string, string> shift)
    {
        var lines = parts.Lines[item.First..(item.Last + 1)].Select(shift).ToArray();
        lines[0] = Regex.Replace(lines[0], "^( *)[0-9]+([.)])", "${1}1$2");
        return new PageEdit(operation, parts.With(item.First, item.Count, lines))
        {
            Moved = [parts.Words(item)],
            Emptied = item.Index == 0 && IsLast(parts, item) ? parts.Words(item) : [],
            Seams = [parts.LineSeam(item.First), parts.LineSeam(item.Last + 1)],
        };
    }
}
