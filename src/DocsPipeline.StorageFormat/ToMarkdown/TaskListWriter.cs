using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Task lists as <c>- [ ]</c>. Assignments hang on the ids, so an id that does not simply count stands behind the text.</summary>
internal static class TaskListWriter
{
    public static bool CanWrite(MarkdownSession session, int list, bool inHtml = false)
    {
        var tree = session.Tree;
        for (var child = tree[list].FirstChild; child != 0; child = tree[child].Next)
        {
            var fine = tree.IsBlank(child) || tree.ElementOf(child) switch
            {
                Element.Task => IsLine(session, child, inHtml),
                Element.TaskList => CanWrite(session, child, inHtml) && tree[child].Previous != 0,
                _ => false,
            };
            if (!fine)
            {
                return false;
            }
        }

        return tree.Child(list, Element.Task) != 0;
    }

    public static void Write(MarkdownSession session, int list)
    {
        var tree = session.Tree;
        var first = true;
        var bullet = ListWriter.IsSecond(session, list) ? '*' : '-';
        var listId = tree.Attribute(list, "ac:task-list-id");
        for (var child = tree[list].FirstChild; child != 0; child = tree[child].Next)
        {
            if (tree.IsBlank(child))
            {
                continue;
            }

            if (!first)
            {
                BlockWriter.Gap(session, tight: true);
            }

            if (tree.ElementOf(child) == Element.TaskList)
            {
                session.Out.Touch();
                var before = session.Out.Push("  ");
                session.Out.Write("  ");
                session.Open(child, BlockForm.Block);
                Write(session, child);
                session.Close();
                session.Out.Pop(before);
            }
            else
            {
                session.Open(child, BlockForm.Item);
                Task(session, child, first ? listId : null, bullet);
                session.Close();
            }

            first = false;
        }
    }

    private static void Task(MarkdownSession session, int task, string? listId, char bullet)
    {
        var tree = session.Tree;
        var output = session.Out;
        output.Write(bullet);
        output.Write(IsDone(tree, task) ? " [x] " : " [ ] ");
        output.BeginContent();
        var start = output.Length;
        var before = output.Push("  ");
        var body = Body(tree, task);
        if (body != 0)
        {
            session.Open(body, BlockForm.Block);
            WriteText(session, task, new InlineContext(OneLine: true));
            session.TrimSpaces();
            session.Close();
        }

        Ids(session, task, listId);
        // A box with nothing behind it is text to GitHub, and editors take blanks off the end of a line.
        output.Write(output.Length == start ? EmptyComment.Text : "");
        foreach (var below in Below(tree, task))
        {
            BlockWriter.Gap(session, tight: tree.ElementOf(below) is Element.TaskList or Element.Ul or Element.Ol);
            session.Open(below, BlockForm.Block);
            session.WriteBlock(below);
            session.Close();
        }

        output.Pop(before);
    }

    public static bool IsDone(StorageTree tree, int task) => Text(tree, task, Element.TaskStatus) == "complete";

    /// <summary>
    /// Writes the text of a task; where the body holds it with nothing around, whatever other than a list below stands in it.
    /// </summary>
    public static void WriteText(MarkdownSession session, int task, InlineContext context)
    {
        var tree = session.Tree;
        var text = Body(tree, task);
        var isBody = tree.Child(task, Element.TaskBody) == text;
        for (var child = text == 0 ? 0 : tree[text].FirstChild; child != 0; child = tree[child].Next)
        {
            if (!isBody || !IsBelow(tree, child))
            {
                session.WriteInline(child, context);
            }
        }
    }

    /// <summary>
    /// What stands below the text in a task's body: the tasks within it, which Data Center has there and Cloud behind the task, and blocks.
    /// </summary>
    public static IEnumerable<int> Below(StorageTree tree, int task)
    {
        var body = tree.Child(task, Element.TaskBody);
        for (var child = body == 0 ? 0 : tree[body].FirstChild; child != 0; child = tree[child].Next)
        {
            if (IsBelow(tree, child))
            {
                yield return child;
            }
        }
    }

    private static bool IsBelow(StorageTree tree, int child) =>
        tree.ElementOf(child) == Element.TaskList || ElementPlacement.PlacementOf(tree, child) == Placement.Block;

    /// <summary>Whether a task is a line of text, with nothing but lists behind it, and blocks where they may stand there.</summary>
    private static bool IsLine(MarkdownSession session, int task, bool inHtml)
    {
        var tree = session.Tree;
        var body = tree.Child(task, Element.TaskBody);
        var (isBehind, hasText) = (false, false);
        for (var child = body == 0 ? 0 : tree[body].FirstChild; child != 0; child = tree[child].Next)
        {
            if (tree.IsBlank(child))
            {
                continue;
            }

            var isList = tree.ElementOf(child) == Element.TaskList;
            var isText = !isBehind && !IsBelow(tree, child) && !HoldsBlock(session, child);
            hasText |= isText;
            if (!isText && !(isList ? CanWrite(session, child, inHtml) : !inHtml && hasText && IsBelow(tree, child)))
            {
                return false;
            }

            isBehind |= !isText;
        }

        return true;
    }

    private static void Ids(MarkdownSession session, int task, string? listId)
    {
        var (id, uuid, counts) = Count(session, task);
        if (!counts || uuid is not null || listId is not null)
        {
            session.Out.Write(' ');
            session.Out.Write(DirectiveWriter.With("task", ("id", counts ? null : id), ("uuid", uuid), ("list", listId)));
        }
    }

    /// <summary>The ids of the next task of the page, and whether its id is the one before and one more.</summary>
    public static (string? Id, string? Uuid, bool Counts) Count(MarkdownSession session, int task)
    {
        var id = Text(session.Tree, task, Element.TaskId);
        session.Tasks++;
        var counts = id is null || id == session.Tasks.ToString();
        session.Tasks = int.TryParse(id, out var number) ? number : session.Tasks;
        return (id, Text(session.Tree, task, Element.TaskUuid), counts);
    }

    private static string? Text(StorageTree tree, int task, Element element) =>
        tree.Child(task, element) is var node && node != 0 ? tree.Text(node).Trim() : null;

    /// <summary>Where the text is: the body, or the span that Confluence wraps it in.</summary>
    private static int Body(StorageTree tree, int task)
    {
        var body = tree.Child(task, Element.TaskBody);
        var only = 0;
        for (var child = body == 0 ? 0 : tree[body].FirstChild; child != 0; child = tree[child].Next)
        {
            if (!tree.IsBlank(child) && !IsBelow(tree, child))
            {
                only = only == 0 ? child : body;
            }
        }

        var wrapped = only != 0 && tree.ElementOf(only) == Element.Span
            && (tree.Attribute(only, "class") == "placeholder-inline-tasks" || VolatileAttributes.AreAll(tree, only));
        return wrapped ? only : body;
    }

    private static bool HoldsBlock(MarkdownSession session, int body) => body != 0 && ElementPlacement.HoldsBlock(session.Tree, body);
}
