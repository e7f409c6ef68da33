using DocsPipeline.Documents;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Flows.Publish.Comparing;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Tests.Documents.Markdown;
using static DocsPipeline.Tests.Flows.Publish.PlannerSamples;

namespace DocsPipeline.Tests.Flows.Publish;

/// <summary>What makes a plan stale.</summary>
public sealed class PlanBindingsTests
{
    [Fact]
    public void The_same_commit_ledger_documents_and_rules_are_the_same_binding_in_any_order() =>
        Of(["b", "a"]).ShouldBe(Of(["a", "b"]));

    [Fact]
    public void A_binding_names_the_commit_and_the_ledger() => (Of(["a"]).Commit, Of(["a"]).LedgerHead).ShouldBe(("commit", "ledger"));

    [Fact]
    public void Another_document_or_etag_or_community_is_another_binding() => new[]
    {
        Of(["a"]), Of(["b"]), Of(["a", "b"]), Of(["a"], etag: "\"2\""), Of(["a"], community: "other"),
    }.Select(binding => binding.Inventory).ShouldBeUnique();

    [Fact]
    public void Another_schema_or_setting_is_another_binding_and_other_content_is_not()
    {
        var schema = World.File("schemas/a.json", "{}");
        var rules = new[] { Of([]), Of([], files: schema), Of([], files: World.File("schemas/b.json", "{}")), Of([], "\n# more\n") };

        rules.Select(binding => binding.Rules).ShouldBeUnique();
        Of([], files: World.File("content/faq/a.md", "a")).ShouldBe(Of([]));
    }

    private static PlanBinding Of(
        string[] ids, string more = "", string etag = "\"1\"", string community = Community, params ContentFile[] files)
    {
        var schema = World.File("schemas/pipeline.schema.json", Read("schemas/pipeline.schema.json"));
        var content = new ContentSnapshot([schema, World.File("content/pipeline.yml", Read("content/pipeline.yml") + more), .. files]);
        var inventory = new CommunityInventory(community, [.. ids.Select(id => Live(Wanted(id)) with { Etag = etag })]);
        return PlanBindings.Of("commit", "ledger", [inventory], content);
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Checkout.Root, path));
}
