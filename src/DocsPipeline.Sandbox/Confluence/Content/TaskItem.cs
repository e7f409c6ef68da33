namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>One line of a task list in a page's body.</summary>
internal sealed record TaskItem(string Id, string LocalId, Page Page, bool Done, string Body, string? AssigneeId, string? DueOn);
