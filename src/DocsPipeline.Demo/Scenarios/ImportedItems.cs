using System.Text.Json;
using DocsPipeline.Demo.Clients;
using DocsPipeline.Flows.Import;

namespace DocsPipeline.Demo.Scenarios;

/// <summary>What the runs of Import brought, looked up again in GitHub and Confluence.</summary>
internal sealed class ImportedItems(IEnumerable<ImportedItem> items, ReviewerClient reader, WriterClient wera)
{
    public IReadOnlyList<ImportedItem> Items { get; } =
        [.. items.Where(item => item.Status is ImportStatus.Imported or ImportStatus.Updated)];

    /// <summary>The community's number of the first thing of a type.</summary>
    public string NumberOf(string type) => Items.FirstOrDefault(item => item.Type == type)?.Title ?? $"(no {type})";

    /// <summary>The issue as GitHub has it now; null where none was made for such an event.</summary>
    public async Task<JsonElement?> IssueAsync(string eventType, CancellationToken cancellation) =>
        Items.FirstOrDefault(item => item.Issue is not null && item.Events.Contains(eventType))?.Issue is { } url
            ? await reader.GetAsync($"issues/{url.Segments[^1]}", cancellation)
            : null;

    /// <summary>The body of the page, and the comments below it; empty where no page was made for such an event.</summary>
    public async Task<string> PageAsync(string eventType, CancellationToken cancellation)
    {
        var url = Items.FirstOrDefault(item => item.Page is not null && item.Events.Contains(eventType))?.Page;
        return url is not null && PageId(url) is { } page
            ? (await wera.ReadAsync(page, cancellation)).Body + await wera.CommentsAsync(page, cancellation)
            : "";
    }

    /// <summary>The id in a page's address, or null.</summary>
    public static string? PageId(Uri url) => url.Segments
        .Select(segment => segment.TrimEnd('/'))
        .FirstOrDefault(segment => segment.Length > 3 && segment.All(char.IsAsciiDigit));
}
