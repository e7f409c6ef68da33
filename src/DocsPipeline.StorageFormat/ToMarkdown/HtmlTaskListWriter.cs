using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// Task lists within HTML: <c>&lt;ul data-task-list=""&gt;&lt;li data-task="1"&gt;☐ text&lt;/li&gt;&lt;/ul&gt;</c>. GitHub makes boxes of
/// <c>[ ]</c> in Markdown only and takes <c>input</c> out.
/// </summary>
internal static class HtmlTaskListWriter
{
    public static void Write(MarkdownSession session, int list, bool breaksLines)
    {
        var tree = session.Tree;
        var isOpen = false;
        session.Out.Write("<ul");
        TagWriter.WriteAttribute(session.Out, TaskTags.List, tree.Attribute(list, "ac:task-list-id") ?? "");
        session.Out.Write('>');
        for (var child = tree[list].FirstChild; child != 0; child = tree[child].Next)
        {
            if (tree.IsBlank(child))
            {
                continue;
            }

            if (tree.ElementOf(child) == Element.TaskList)
            {
                // A list that stands beside a task belongs to it.
                Write(session, child, breaksLines);
                continue;
            }

            Close(session, ref isOpen);
            Line(session, breaksLines);
            session.Open(child, BlockForm.Html);
            Task(session, child, breaksLines);
            isOpen = true;
        }

        Close(session, ref isOpen);
        Line(session, breaksLines);
        session.Out.Write("</ul>");
    }

    private static void Close(MarkdownSession session, ref bool isOpen)
    {
        if (isOpen)
        {
            session.Out.Write("</li>");
            session.Close();
        }

        isOpen = false;
    }

    private static void Task(MarkdownSession session, int task, bool breaksLines)
    {
        var (tree, output) = (session.Tree, session.Out);
        var ids = TaskListWriter.Count(session, task);
        output.Write("<li");
        TagWriter.WriteAttribute(output, TaskTags.Task, ids.Id ?? "");
        if (ids.Uuid is not null)
        {
            TagWriter.WriteAttribute(output, TaskTags.Uuid, ids.Uuid);
        }

        output.Write('>');
        output.Write(TaskListWriter.IsDone(tree, task) ? TaskTags.Done : TaskTags.Open);
        output.Write(' ');
        output.BeginContent();
        TaskListWriter.WriteText(session, task, new InlineContext(Html: true));
        session.TrimSpaces();
        foreach (var nested in TaskListWriter.Below(tree, task))
        {
            Write(session, nested, breaksLines);
        }
    }

    private static void Line(MarkdownSession session, bool breaksLines)
    {
        if (breaksLines)
        {
            session.Out.NewLine();
        }
    }
}
