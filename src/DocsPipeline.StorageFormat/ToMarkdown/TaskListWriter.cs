using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Task lists as <c>- [ ]</c>. Assignments hang on the ids, so an id that does not simply count stands behind the text.</summary>
internal static class TaskListWriter
{
    public static bool CanWrite(MarkdownSession session, int list)
    {
        var tree = session.Tree;
        for (var child = tree[list].FirstChild; child != 0; child = tree[child].Next)
        {
            var fine = tree.IsBlank(child) || tree.ElementOf(child) switch
            {
                Element.Task => !HoldsBlock(session, Body(tree, child)),
                Element.TaskList => CanWrite(session, child) && tree[child].Previous != 0,
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
        var status = tree.Child(task, Element.TaskStatus);
        output.Write(bullet);
        output.Write(status != 0 && tree.Text(status).Trim() == "complete" ? " [x] " : " [ ] ");
        output.BeginContent();
        var before = output.Push("  ");
        var body = Body(tree, task);
        if (body != 0)
        {
            session.Open(body, BlockForm.Block);
            InlineWriter.WriteChildren(session, body, new InlineContext(OneLine: true));
            session.TrimSpaces();
            session.Close();
        }

        Ids(session, task, listId);
        output.Pop(before);
    }

    private static void Ids(MarkdownSession session, int task, string? listId)
    {
        var tree = session.Tree;
        var id = Text(tree, task, Element.TaskId);
        var uuid = Text(tree, task, Element.TaskUuid);
        session.Tasks++;
        var counts = id is null || id == session.Tasks.ToString();
        if (!counts || uuid is not null || listId is not null)
        {
            session.Out.Write(' ');
            session.Out.Write(DirectiveWriter.With("task", ("id", counts ? null : id), ("uuid", uuid), ("list", listId)));
        }

        if (int.TryParse(id, out var number))
        {
            session.Tasks = number;
        }
    }

    private static string? Text(StorageTree tree, int task, Element element) =>
        tree.Child(task, element) is var node && node != 0 ? tree.Text(node).Trim() : null;

    /// <summary>Where the text is: the body, or the placeholder span that Confluence wraps it in.</summary>
    private static int Body(StorageTree tree, int task)
    {
        var body = tree.Child(task, Element.TaskBody);
        var only = body == 0 ? 0 : tree[body].FirstChild;
        var wrapped = only != 0 && only == tree[body].LastChild && tree.ElementOf(only) == Element.Span
            && tree.Attribute(only, "class") == "placeholder-inline-tasks";
        return wrapped ? only : body;
    }

    private static bool HoldsBlock(MarkdownSession session, int body) => body != 0 && ElementPlacement.HoldsBlock(session.Tree, body);
}
