using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Tasks as storage.</summary>
internal static class TaskStorage
{
    private const string ListTag = "<ac:task-list";

    /// <summary>A task whose text and what follows it in the body are storage already.</summary>
    public static string Of(string id, string? uuid, bool isDone, string text, string after = "")
    {
        var body = text.Length == 0 && after.Length == 0
            ? ""
            : $"<ac:task-body><span class=\"placeholder-inline-tasks\">{text}</span>{after}</ac:task-body>";
        var uuidTag = uuid is null ? "" : $"<ac:task-uuid>{Entities.EncodeAttribute(uuid)}</ac:task-uuid>";
        var status = isDone ? "complete" : "incomplete";
        return $"<ac:task><ac:task-id>{Entities.EncodeAttribute(id)}</ac:task-id>{uuidTag}<ac:task-status>{status}</ac:task-status>"
            + $"{body}</ac:task>";
    }

    public static string List(string? id, string tasks)
    {
        var attribute = string.IsNullOrEmpty(id) ? "" : $" ac:task-list-id=\"{Entities.EncodeAttribute(id)}\"";
        return $"{ListTag}{attribute}>{tasks}</ac:task-list>";
    }

    /// <summary>
    /// An item that was written as HTML: a box, the text, and lists that belong to the task. One without an id counts on from the last.
    /// </summary>
    public static string Item(StorageSession session, string? id, string? uuid, string body)
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

        id = string.IsNullOrEmpty(id) ? (session.Tasks + 1).ToString() : id;
        session.Tasks = int.TryParse(id, out var number) ? number : session.Tasks;
        return Of(id, uuid, isDone, text) + nested;
    }
}
