using System.Text.RegularExpressions;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>
/// The ids of tasks and of their lists. Markdown has them in comments that an edit easily takes along, and numbers only where they do not
/// simply count: so a task keeps its own wherever it goes, and a new one has none that another has.
/// </summary>
internal sealed partial class TaskIds(StorageTree page)
{
    /// <summary>The attribute of a list.</summary>
    public const string ListId = "ac:task-list-id";

    private HashSet<string>? uuids;
    private HashSet<string>? lists;
    private int next;

    /// <summary>Storage without the numbers of tasks; what only looks like one in the text of code stays.</summary>
    public static string WithoutNumbers(string storage) =>
        storage.Contains("<ac:task-id>", StringComparison.Ordinal) ? Numbers().Replace(storage, "$1") : storage;

    /// <summary>Storage without any id of a task or a list of tasks.</summary>
    public static string WithoutIds(string storage) =>
        storage.Contains("<ac:task", StringComparison.Ordinal) ? Ids().Replace(storage, "$1") : storage;

    /// <summary>The ids in some storage that something outside of the page knows tasks and their lists by.</summary>
    public static HashSet<string> In(string storage) => storage.Contains("<ac:task", StringComparison.Ordinal)
        ? [.. Ids().Matches(storage).Where(id => !id.Groups[1].Success && id.Groups[2].Value != "id").Select(id => id.Value)]
        : [];

    /// <summary>The id of a task or of a list of tasks that something outside of the page knows it by; null where it has none.</summary>
    public static string? Of(Piece piece) => piece.IsRun ? null : piece.Tree.ElementOf(piece.First) switch
    {
        Element.Task when piece.Tree.Child(piece.First, Element.TaskUuid) is var uuid and not 0 => piece.Tree.Text(uuid),
        Element.TaskList => piece.Tree.Attribute(piece.First, ListId),
        _ => null,
    };

    /// <summary>The number of a task of a new page, and the other id where its Markdown does not say it.</summary>
    public string Number(Piece number)
    {
        var (task, old) = (number.Parent!, number.Parent!.Partner);
        var own = old is null ? 0 : old.Tree.Child(old.First, Element.TaskId);
        return (own == 0 ? $"<ac:task-id>{Next()}</ac:task-id>" : old!.Tree.Outer(own).ToString())
            + (task.Tree.Child(task.First, Element.TaskUuid) == 0 ? UuidOf(old) : "");
    }

    /// <summary>The other id of a task of a new page: its own, unless the Markdown says one that no task of the page had.</summary>
    public string Uuid(Piece uuid)
    {
        uuids ??= All(Element.TaskUuid, page.Text);
        return !uuids.Contains(uuid.Tree.Text(uuid.First)) ? uuid.Outer : UuidOf(uuid.Parent!.Partner);
    }

    /// <summary>The id of a list of tasks: its own, unless the Markdown says one that no list of the page had; null for none.</summary>
    public string? List(Piece list, Piece? old)
    {
        lists ??= All(Element.TaskList, node => page.Attribute(node, ListId) ?? "");
        return Of(list) is { } written && !lists.Contains(written) ? written : old is null ? null : Of(old);
    }

    private static string UuidOf(Piece? task) =>
        task is not null && task.Tree.Child(task.First, Element.TaskUuid) is var uuid and not 0 ? task.Tree.Outer(uuid).ToString() : "";

    private HashSet<string> All(Element element, Func<int, string> id) =>
        [.. Enumerable.Range(1, page.Count - 1).Where(node => page.ElementOf(node) == element).Select(id)];

    /// <summary>The first number that no task of the page has.</summary>
    private int Next()
    {
        for (var node = next > 0 ? page.Count : 1; node < page.Count; node++)
        {
            if (page.ElementOf(node) == Element.TaskId && int.TryParse(page.Text(node), out var number))
            {
                next = Math.Max(next, Math.Min(number, int.MaxValue - page.Count));
            }
        }

        return ++next;
    }

    [GeneratedRegex(@"(<!\[CDATA\[.*?\]\]>)|<ac:task-id>[^<]*</ac:task-id>", RegexOptions.Singleline)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(<!\[CDATA\[.*?\]\]>)|<ac:task-(id|uuid)>[^<]*</ac:task-\2>| ac:task-list-id=""[^""]*""", RegexOptions.Singleline)]
    private static partial Regex Ids();
}
