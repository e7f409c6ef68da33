using DocsPipeline.Documents;
using DocsPipeline.Flows.Import.Items;
using DocsPipeline.Flows.Import.Ledger;
using DocsPipeline.Flows.Import.Rules;
using DocsPipeline.Flows.Import.Templates;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Flows.Import;

/// <summary>
/// One issue for one thing, exactly once: GitHub has no idempotency key, so the ledger's claim comes first and the marker in the body is
/// looked for where an earlier run may have died between the two.
/// </summary>
public sealed class IssueWriter(GitHubClient github, ImportTemplates templates, TimeProvider clock)
{
    private const string Color = "5319e7";

    // A listing of GitHub's may lag behind a write by some seconds.
    private static readonly TimeSpan ListingLag = TimeSpan.FromSeconds(3);

    /// <summary>Creates, updates, closes or reopens. <paramref name="mayExist"/>: an earlier run claimed it and left no number.</summary>
    public async Task<(Issue Issue, ImportRecord Record)> WriteAsync(
        ImportItem item, ImportIssue rule, ImportRecord record, bool mayExist, CancellationToken cancellation)
    {
        var title = templates.RenderText(rule.Title, item.Model);
        var body = $"{templates.RenderFile(rule.Template, item.Model).Trim()}\n\n{Marker(item)}\n";
        var open = !rule.IsClosed(item.Model);
        var digest = Digest.Of($"{title}\n{body}\n{open}");
        if (record.Issue is { } number && record.IssueSha256 == digest)
        {
            return (await github.GetIssueAsync(number, cancellation), record);
        }

        var labels = rule.Labels.Select(label => templates.RenderText(label, item.Model)).ToList();
        await github.EnsureLabelsAsync(labels.Select(label => new Label(label, Color, "Made by the partner import")), cancellation);
        var known = record.Issue ?? (mayExist ? (await FindAsync(item, cancellation))?.Number : null);
        var issue = known is { } existing
            ? await github.UpdateIssueAsync(existing, new IssueChange(title, body, open, open ? null : "completed"), cancellation)
            : await CreateAsync(item, new NewIssue(title, body, labels), cancellation);
        if (issue.IsOpen != open)
        {
            var change = new IssueChange(Open: open, StateReason: open ? null : "completed");
            issue = await github.UpdateIssueAsync(issue.Number, change, cancellation);
        }

        return (issue, record with { Issue = issue.Number, IssueSha256 = digest });
    }

    private async Task<Issue> CreateAsync(ImportItem item, NewIssue issue, CancellationToken cancellation)
    {
        try
        {
            return await github.CreateIssueAsync(issue, cancellation);
        }
        catch (UnknownOutcomeException)
        {
            await Task.Delay(ListingLag, clock, cancellation);
            if (await FindAsync(item, cancellation) is { } made)
            {
                return made;
            }

            throw;
        }
    }

    private async Task<Issue?> FindAsync(ImportItem item, CancellationToken cancellation)
    {
        var marker = Marker(item);
        var all = await github.ListIssuesAsync(cancellation);
        return all.Where(issue => issue.Body.TrimEnd().EndsWith(marker, StringComparison.Ordinal)).MinBy(issue => issue.Number);
    }

    // Partner text cannot forge it: templates escape `<`. Fixed delimiters, so that key-1 does not match key-10.
    private static string Marker(ImportItem item) => $"<!-- docs-pipeline import [{item.Reference}] -->";
}
