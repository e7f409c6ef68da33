using System.Text.Json;
using Build.Story.People;
using DocsPipeline.Flows.Import;

namespace Build.Story;

/// <summary>What the runs of Import brought, looked up again in GitHub and Confluence.</summary>
internal sealed class ImportedThings(IEnumerable<ImportedItem> items, GitHubPerson reader, ConfluenceWriter wera)
{
    public IReadOnlyList<ImportedItem> Items { get; } = [.. items.Where(item => item.Status is ImportStatus.Imported or ImportStatus.Updated)];

    /// <summary>The community's number of the first thing of a type.</summary>
    public string NumberOf(string type) => Items.FirstOrDefault(item => item.Type == type)?.Title ?? $"(no {type})";

    /// <summary>The issue as GitHub has it now; null where none was made for such an event.</summary>
    public async Task<JsonElement?> IssueAsync(string eventType, CancellationToken cancellation) =>
        Items.FirstOrDefault(item => item.Issue is not null && item.Events.Contains(eventType))?.Issue is { } url
            ? await reader.GetAsync($"issues/{url.Segments[^1]}", cancellation)
            : null;

    /// <summary>The body of the page, and the comments below it.</summary>
    public async Task<string> PageAsync(string eventType, CancellationToken cancellation) =>
        Items.FirstOrDefault(item => item.Page is not null && item.Events.Contains(eventType))?.Page is { } url && PageId(url) is { } id
            ? await wera.TextAsync(id, cancellation) + await wera.CommentsAsync(id, cancellation)
            : "";

    private static string? PageId(Uri url) => url.Segments.Select(segment => segment.TrimEnd('/')).FirstOrDefault(segment => segment.Length > 3 && segment.All(char.IsAsciiDigit));
}
