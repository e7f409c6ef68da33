using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Tasks as storage.</summary>
internal static class TaskStorage
{
    private const string IdTag = "<ac:task-id>";
    private const string ListTag = "<ac:task-list";

    /// <summary>A task whose text and what follows it in the body are storage already.</summary>
    public static string Of(string id, string? uuid, bool isDone, string text, string after = "")
    {
        var body = text.Length == 0 && after.Length == 0
            ? ""
            : $"<ac:task-body><span class=\"placeholder-inline-tasks\">{text}</span>{after}</ac:task-body>";
        var uuidTag = uuid is null ? "" : $"<ac:task-uuid>{Entities.EncodeAttribute(uuid)}</ac:task-uuid>";
        var status = isDone ? "complete" : "incomplete";
        return $"<ac:task>{IdTag}{Entities.EncodeAttribute(id)}</ac:task-id>{uuidTag}<ac:task-status>{status}</ac:task-status>"
            + $"{body}</ac:task>";
    }

    public static string List(string? id, string tasks)
    {
        var attribute = string.IsNullOrEmpty(id) ? "" : $" ac:task-list-id=\"{Entities.EncodeAttribute(id)}\"";
        return $"{ListTag}{attribute}>{tasks}</ac:task-list>";
    }

    /// <summary>A list that was written as HTML, from its items; the tasks behind it count on from its last.</summary>
    public static string List(StorageSession session, string id, string items)
    {
        var last = items.LastIndexOf(IdTag, StringComparison.Ordinal) + IdTag.Length;
        var end = last < IdTag.Length ? -1 : items.IndexOf('<', last);
        session.Tasks = end > 0 && int.TryParse(items[last..end], out var number) ? number : session.Tasks;
        return List(id, items.Trim());
    }

    /// <summary>An item that was written as HTML: a box, the text, and lists that belong to the task.</summary>
    public static string Item(StorageSession session, string id, string? uuid, string body)
    {
        var text = body.Trim();
        var isDone = text.StartsWith(TaskTags.Done);
        text = isDone || text.StartsWith(TaskTags.Open) ? text[1..].TrimStart() : text;
        var nested = "";
        if (text.Contains(ListTag, StringComparison.Ordinal) && StorageScanner.Scan(text, out _) is { } tree
            && tree.Child(0, Element.TaskList) is var list and not 0)
        {
            nested = text[tree[list].Start..];
            text = text[..tree[list].Start].TrimEnd();
        }

        return Of(id.Length > 0 ? id : (session.Tasks + 1).ToString(), uuid, isDone, text) + nested;
    }
}
