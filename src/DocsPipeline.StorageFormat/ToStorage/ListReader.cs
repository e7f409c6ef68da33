using System.Text;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Lists. Tasks are a task list and decisions one of theirs; other items between them stand in a list of their own, with the numbers that
/// they have.
/// </summary>
internal sealed class ListReader(StorageSession session, BlockReader blocks)
{
    private enum Kind
    {
        Plain,
        Task,
        Decision,
    }

    public void Write(ListBlock list)
    {
        for (var start = 0; start < list.Count;)
        {
            var kind = KindOf(list, list[start]);
            var end = start + 1;
            while (end < list.Count && KindOf(list, list[end]) == kind)
            {
                end++;
            }

            switch (kind)
            {
                case Kind.Task:
                    Tasks(Run(list, start, end));
                    break;
                case Kind.Decision:
                    session.Text.Append(AdfStorage.Decisions(Run(list, start, end).ConvertAll(Decide)));
                    break;
                default:
                    Items(list, start, end);
                    break;
            }

            start = end;
        }
    }

    private static List<ListItemBlock> Run(ListBlock list, int start, int end) =>
        [.. list.Skip(start).Take(end - start).Cast<ListItemBlock>()];

    private void Items(ListBlock list, int start, int end)
    {
        var text = session.Text;
        var number = int.TryParse(list.OrderedStart, out var first) ? first + start : 1;
        _ = list.IsOrdered ? text.Append("<ol start=\"").Append(number.ToString()).Append("\">") : text.Append("<ul>");
        for (var at = start; at < end; at++)
        {
            var inside = text.Open("li");
            blocks.Write((ListItemBlock)list[at]);
            _ = text.Length == inside ? text.Append("<p />") : text;
            text.Close("li", inside);
        }

        text.Append(list.IsOrdered ? "</ol>" : "</ul>");
    }

    private void Tasks(List<ListItemBlock> items)
    {
        var storage = new StringBuilder();
        string? listId = null;
        foreach (var item in items)
        {
            session.TaskIds = null;
            var done = TaskOf(item)!.Checked;
            var text = Text((ParagraphBlock)item[0]);
            var below = Below(session.Source(item[0].Span), ref text);
            var ids = session.TaskIds;
            session.TaskIds = null;
            session.Tasks++;
            var id = ids?["id"] ?? session.Tasks.ToString();
            session.Tasks = int.TryParse(id, out var number) ? number : session.Tasks;
            listId ??= ids?["list"];
            var after = below + Rest(item, out var nested);
            storage.Append(TaskStorage.Of(id, ids?["uuid"], done, text, after)).Append(nested);
        }

        session.Text.Append(TaskStorage.List(listId, storage.ToString()));
    }

    private string Text(ParagraphBlock paragraph)
    {
        var start = session.Text.Length;
        blocks.Inline(paragraph);
        return session.Text.Take(start).Trim();
    }

    /// <summary>The blocks that stand in the line of a task, from the first on, which are taken off its text.</summary>
    private static string Below(ReadOnlySpan<char> markdown, ref string text)
    {
        if (ParagraphSplit.Of(markdown, text) is not { } blocks)
        {
            return "";
        }

        const string Begin = "<p>";
        const string End = "</p>";
        var end = blocks.StartsWith(Begin, StringComparison.Ordinal) ? blocks.IndexOf(End, StringComparison.Ordinal) : -1;
        text = end < 0 ? "" : blocks[Begin.Length..end];
        return end < 0 ? blocks : blocks[(end + End.Length)..];
    }

    /// <summary>What follows a task's text: a nested task list stands beside the task, anything else in its body.</summary>
    private string Rest(ListItemBlock item, out string nested)
    {
        item.RemoveAt(0);
        var storage = blocks.Read(item);
        var isList = storage.StartsWith("<ac:task-list", StringComparison.Ordinal);
        nested = isList ? storage : "";
        return isList ? "" : storage;
    }

    /// <summary>The state of a decision and its text; whatever else stands in the item follows in paragraphs.</summary>
    private (string State, string Text) Decide(ListItemBlock item)
    {
        session.Place = item.Span.Start;
        var text = Text((ParagraphBlock)item[0]);
        if (StorageScanner.Scan(text, out _) is not { } tree || tree[0].FirstChild is var mark && tree.ElementOf(mark) != Element.Span)
        {
            return ("", text);
        }

        var state = tree.Attribute(mark, Decision.Attribute) ?? "";
        if (tree.Text(mark).Trim() is { Length: > 0 } word && word != Decision.WordFor(state))
        {
            session.Report(FindingKind.PartIsDropped, $"\"{word.OnOneLine()}\" is dropped: the decision is {state}",
                $"write the state into `{Decision.Attribute}`, and `{Decision.WordFor(state)}` between the tags");
        }

        text = text[tree[mark].End..].TrimStart();
        item.RemoveAt(0);
        var rest = blocks.Read(item);
        return (state, rest.Length == 0 ? text : StorageElement.Wrap(text) + rest);
    }

    private static Kind KindOf(ListBlock list, Block item) => TaskOf(item) is not null ? Kind.Task
        : !list.IsOrdered && item is ListItemBlock { Count: > 0 } block
            && block[0] is ParagraphBlock { Inline.FirstChild: HtmlInline { Tag: var tag } }
            && tag.StartsWith($"<span {Decision.Attribute}=", StringComparison.Ordinal) ? Kind.Decision
        : Kind.Plain;

    private static TaskList? TaskOf(Block item) =>
        item is ListItemBlock { Count: > 0 } && ((ListItemBlock)item)[0] is ParagraphBlock paragraph
            ? paragraph.Inline?.FirstChild as TaskList
            : null;
}
