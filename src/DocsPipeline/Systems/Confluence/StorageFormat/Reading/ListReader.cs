using System.Text;
using DocsPipeline.Systems.Confluence.StorageFormat.Macros;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Reading;

/// <summary>Lists; one of nothing but tasks is a task list.</summary>
internal sealed class ListReader(ImportSession session, BlockReader blocks)
{
    public string Read(ListBlock list)
    {
        if (list.Count > 0 && list.All(item => TaskOf(item) is not null))
        {
            return Tasks(list);
        }

        var storage = new StringBuilder();
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var task = TaskOf(item);
            var body = blocks.Read(item);
            body = task is null ? body : body.Insert(body.StartsWith("<p>", StringComparison.Ordinal) ? 3 : 0, task.Checked ? "[x]" : "[ ]");
            storage.Append(TagReader.Element("li", "", body.Length == 0 ? "<p />" : body));
        }

        return list.IsOrdered
            ? $"<ol start=\"{(int.TryParse(list.OrderedStart, out var start) ? start : 1)}\">{storage}</ol>"
            : $"<ul>{storage}</ul>";
    }

    private string Tasks(ListBlock list)
    {
        var storage = new StringBuilder();
        string? listId = null;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            session.TaskIds = null;
            var done = TaskOf(item)!.Checked;
            var paragraph = (ParagraphBlock)item[0];
            var text = blocks.Inline(paragraph).Trim();
            var ids = session.TaskIds;
            session.TaskIds = null;
            session.Tasks++;
            var id = ids?["id"] ?? session.Tasks.ToString();
            session.Tasks = int.TryParse(id, out var number) ? number : session.Tasks;
            listId ??= ids?["list"];
            var after = Rest(item, out var nested);
            var body = text.Length == 0 && after.Length == 0 ? "" : $"<ac:task-body><span class=\"placeholder-inline-tasks\">{text}</span>{after}</ac:task-body>";
            var uuid = ids?["uuid"] is { } given ? $"<ac:task-uuid>{MacroAttributes.Attribute(given)}</ac:task-uuid>" : "";
            var status = done ? "complete" : "incomplete";
            storage.Append($"<ac:task><ac:task-id>{MacroAttributes.Attribute(id)}</ac:task-id>{uuid}<ac:task-status>{status}</ac:task-status>{body}</ac:task>{nested}");
        }

        var attribute = listId is null ? "" : $" ac:task-list-id=\"{MacroAttributes.Attribute(listId)}\"";
        return $"<ac:task-list{attribute}>{storage}</ac:task-list>";
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

    private static TaskList? TaskOf(Block item) =>
        item is ListItemBlock { Count: > 0 } && ((ListItemBlock)item)[0] is ParagraphBlock paragraph ? paragraph.Inline?.FirstChild as TaskList : null;
}
