using System.Text.RegularExpressions;

namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>Tasks live in the pages' bodies and nowhere else; a task's id is made of the page's and the task's own.</summary>
internal sealed partial class TaskStore(PageReader pages, PageWriter writer)
{
    public IReadOnlyList<TaskItem> All() =>
        [.. pages.List(new PageQuery { Statuses = ["current"], Bodies = true, Limit = int.MaxValue }).SelectMany(Of)];

    /// <summary>Ticks the task off, or opens it again, in the newest body; like a click in the page, without a new version.</summary>
    public TaskItem Set(TaskItem task, bool done)
    {
        var body = Piece().Replace(task.Page.Body!, match => match.Groups["id"].Value != task.LocalId ? match.Value
            : match.Value.Replace(
                $"<ac:task-status>{(done ? "incomplete" : "complete")}</ac:task-status>",
                $"<ac:task-status>{(done ? "complete" : "incomplete")}</ac:task-status>", StringComparison.Ordinal));
        writer.Mark(task.Page, body);
        return task with { Done = done };
    }

    private static IEnumerable<TaskItem> Of(Page page) => Piece().Matches(page.Body!).Select(match =>
    {
        var text = match.Groups["body"].Value;
        return new TaskItem(
            $"{page.Id[^Math.Min(10, page.Id.Length)..]}{match.Groups["id"].Value.PadLeft(4, '0')}", match.Groups["id"].Value, page,
            match.Groups["status"].Value == "complete", text,
            Mention().Match(text) is { Success: true } mention ? mention.Groups[1].Value : null,
            Date().Match(text) is { Success: true } date ? date.Groups[1].Value : null);
    });

    [GeneratedRegex(
        "<ac:task>.*?<ac:task-id>(?<id>\\d+)</ac:task-id>.*?<ac:task-status>(?<status>\\w+)</ac:task-status>\\s*"
        + "<ac:task-body>(?<body>.*?)</ac:task-body>",
        RegexOptions.Singleline)]
    private static partial Regex Piece();

    [GeneratedRegex("ri:account-id=\"([^\"]+)\"")]
    private static partial Regex Mention();

    [GeneratedRegex("<time datetime=\"(\\d{4}-\\d\\d-\\d\\d)\"")]
    private static partial Regex Date();
}
