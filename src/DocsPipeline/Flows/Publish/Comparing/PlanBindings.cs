using DocsPipeline.Documents;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Sync.Planning;

namespace DocsPipeline.Flows.Publish.Comparing;

/// <summary>
/// What a plan is bound to: the commit, the ledger, every document of every community with its etag, and the rules of the commit.
/// </summary>
internal static class PlanBindings
{
    public static PlanBinding Of(
        string head, string? ledgerHead, IEnumerable<CommunityInventory> inventories, ContentSnapshot content)
    {
        var rules = content.Files.Where(IsRule).Select(file => $"{file.Path} {Digest.Of(file.Bytes.Span)}");
        return new PlanBinding(head, ledgerHead, DigestOf(inventories.SelectMany(Lines)), DigestOf(rules));
    }

    private static bool IsRule(ContentFile file) =>
        file.Path.StartsWith("schemas/", StringComparison.Ordinal) || file.Path == PipelineSettings.Path;

    private static IEnumerable<string> Lines(CommunityInventory inventory) => inventory.Documents
        .OrderBy(document => document.ExternalId, StringComparer.Ordinal)
        .Select(document => $"{inventory.Community} {document.ExternalId} {document.Etag}");

    private static string DigestOf(IEnumerable<string> lines) => Digest.Of(string.Join('\n', lines));
}
