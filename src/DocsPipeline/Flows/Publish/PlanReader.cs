using System.Security.Cryptography;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Rules;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Flows.Publish.Approval;
using DocsPipeline.Flows.Publish.Comparing;
using DocsPipeline.Flows.Publish.Publications;
using DocsPipeline.Flows.Publish.WriteBack;
using DocsPipeline.Sync.Branches;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Publish;

/// <summary>
/// Reads everything that a plan is made of, completely, before the first write: the commit, its approval, the documents, the ledger and each community's
/// inventory. Content comes from the commit's blobs, never from a work tree.
/// </summary>
public sealed class PlanReader(Connections connections, GitRepository repository, GitHubClient github, ITradingGrid grid, ConfluenceClient confluence, TimeProvider clock)
{
    public async Task<PlannedRun> ReadAsync(PublishRequest request, IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report($"Reading {connections.GitHub.Repository}");
        await repository.FetchAsync(cancellation);
        var (head, content) = await DocumentsBranch.ReadAsync(repository, cancellation);
        var settings = content.Settings;
        var branch = new LedgerBranch(repository, settings.LedgerBranch, CommitAuthor.Of(connections.GitHub), clock);
        var ledgerHead = await branch.HeadAsync(cancellation);
        var ledger = LedgerState.Read(ledgerHead, await branch.ReadAsync(ledgerHead, LedgerState.Paths, cancellation));

        progress.Report($"Proving approval of {head[..8]}");
        var history = await ApprovedHistory.ReadAsync(repository, new ApprovalReader(repository, github), settings, head, ledger.PublishedCommit, cancellation);
        Refuse(ExitCode.Refused, history.Denials);

        progress.Report("Checking the documents of this commit");
        Refuse(ExitCode.Errors, Faults(content), content);
        var desired = PublicationSet.Build(content);

        var inventories = new List<CommunityInventory>();
        foreach (var community in settings.Communities)
        {
            progress.Report($"Reading the inventory of {community}");
            var capabilities = await grid.GetCapabilitiesAsync(community, cancellation);
            Refuse(ExitCode.Refused, [.. RequiredCapabilities.Missing(community, capabilities, desired)], content);
            inventories.Add(new CommunityInventory(community, await grid.ListDocumentsAsync(community, cancellation)));
            await CheckAudiencesAsync(community, desired, content, cancellation);
        }

        var binding = new PlanBinding(head, ledger.Head, Digest(inventories.SelectMany(Lines)), Digest([$"{settings.Rails}", .. content.Files.Where(IsRule).Select(FileDigest)]));
        var plan = Planner.Compare(binding, desired, inventories, ledger, settings.Rails);
        var pages = await new WriteBackReader(confluence, new FileUpdates(confluence, content.Documents, repository.ReadFileAsync), ledger.Pages, head).ReadAsync(content.Documents, settings, progress, cancellation);
        var rail = Rails.CheckPages(pages.Edits.Count, content.Documents.Documents.Count(document => document.Confluence is not null), settings.Rails);
        return new PlannedRun(plan with { Pages = pages, Refusals = [.. plan.Refusals, .. rail] }, settings, content.Kinds, ledger, history);
    }

    // A group that the settings know and the community does not would be nobody today and somebody else tomorrow.
    private async Task CheckAudiencesAsync(string community, IReadOnlyList<DesiredPublication> desired, ContentSnapshot content, CancellationToken cancellation)
    {
        var partners = (await grid.ListPartnersAsync(community, cancellation)).Select(partner => partner.Id).ToHashSet(StringComparer.Ordinal);
        var groups = (await grid.ListGroupsAsync(community, cancellation)).Select(group => group.Id).Append(Audience.Everyone).ToHashSet(StringComparer.Ordinal);
        var unknown =
            from publication in desired.Where(publication => publication.Community == community)
            from name in publication.Draft.Audience.Partners.Where(name => !partners.Contains(name)).Concat(publication.Draft.Audience.Groups.Where(name => !groups.Contains(name)))
            select Catalogue.Publish.AudienceIsUnknown.At(publication.Document.Path, publication.Document.FrontMatter.SpanOf("audience"), $"community {community} knows no `{name}`");
        Refuse(ExitCode.Refused, [.. unknown], content);
    }

    // Warnings were for the pull request.
    private IReadOnlyList<Diagnostic> Faults(ContentSnapshot content) =>
    [
        .. DocumentRules.Check(content, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
            .Where(diagnostic => diagnostic.Severity == Severity.Error),
    ];

    // What is wrong stands in the commit, and the checkout beside it may say something else.
    private static void Refuse(ExitCode exitCode, IReadOnlyList<Diagnostic> diagnostics, ContentSnapshot? content = null)
    {
        if (diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error))
        {
            throw new PipelineException(exitCode, [.. diagnostics.Distinct().Order(Diagnostic.Order)])
            {
                TextOf = path => content?.TextOf(path),
            };
        }
    }

    private static bool IsRule(ContentFile file) => file.Path.StartsWith("schemas/", StringComparison.Ordinal) || file.Path == PipelineSettings.Path;

    private static string FileDigest(ContentFile file) => $"{file.Path} {System.Convert.ToHexStringLower(SHA256.HashData(file.Bytes.Span))}";

    private static IEnumerable<string> Lines(CommunityInventory inventory) =>
        inventory.Documents.OrderBy(document => document.ExternalId, StringComparer.Ordinal).Select(document => $"{inventory.Community} {document.ExternalId} {document.Etag}");

    private static string Digest(IEnumerable<string> lines) => System.Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}
