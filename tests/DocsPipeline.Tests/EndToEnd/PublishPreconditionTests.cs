using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Publish;
using DocsPipeline.Sync.Branches;
using DocsPipeline.Sync.Ledger;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.Git;
using DocsPipeline.Tests.Systems.TradingGrid;

namespace DocsPipeline.Tests.EndToEnd;

/// <summary>What has to be as it was, in git and in the community, before Publish writes anything.</summary>
public sealed class PublishPreconditionTests : IAsyncLifetime
{
    private const string Path = "content/faq/codes.md";

    private readonly World world = new();
    private readonly MemoryGrid grid = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Refuses_a_branch_whose_history_does_not_hold_the_commit_that_was_published_last(bool isStillThere)
    {
        var repository = await world.OpenAsync();
        await repository.FetchAsync(default);
        var bot = new GitPerson("docs-bot", "docs-bot@halden.example");
        var draft = new CommitDraft(null, [], "Another beginning", bot, DateTimeOffset.UnixEpoch.AddYears(56));
        var elsewhere = isStillThere ? await repository.CommitAsync(draft, default) : new string('a', 40);
        var ledger = new LedgerBranch(repository, "ledger", bot, TimeProvider.System);
        await ledger.AppendAsync(null, "Publish", LedgerFiles.Write(elsewhere, [], SyncedPages.None), default);
        await world.ProposeAsync("codes", [Document("everyone")]);

        (await RefusalAsync(new PublishRequest(), ExitCode.Refused)).Code.ShouldBe(Catalogue.Publish.HistoryWasRewritten);
    }

    [Fact]
    public async Task Refuses_a_plan_that_was_made_before_the_content_changed()
    {
        await world.ProposeAsync("codes", [Document("everyone")]);
        var file = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(world.WorkFolder)!, "plan.json");
        using (var publisher = Publisher())
        {
            PlanFile.Write(file, await publisher.PlanAsync(new PublishRequest(), world, default));
        }

        await world.ProposeAsync("codes-again", [Document("everyone", "Other text.")]);

        var refusal = await RefusalAsync(new PublishRequest { PlanFile = file }, ExitCode.StalePlan);
        (refusal.Code, refusal.Path).ShouldBe((Catalogue.Publish.PlanIsStale, file));
    }

    [Fact]
    public async Task Refuses_a_document_for_a_group_that_the_community_does_not_know()
    {
        grid.Groups.RemoveAll(group => group.Id == "carriers");
        await world.ProposeAsync("codes", [Document("carriers")]);

        var refusal = await RefusalAsync(new PublishRequest(), ExitCode.Refused);

        refusal.Code.ShouldBe(Catalogue.Publish.AudienceIsUnknown);
        refusal.Message.ShouldBe("community halden-suppliers knows no `carriers`");
        refusal.Path.ShouldBe(Path);
    }

    private static TreeChange Document(string group, string text = "Text.") => TreeChange.Put(Path, Encoding.UTF8.GetBytes(
        $$"""
        ---
        id: codes
        kind: faq-article
        title: Codes
        summary: What the codes mean.
        classification: partner
        audience: { communities: [halden-suppliers], groups: [{{group}}] }
        owner: edi-support@halden.example
        selected: true
        topic: documents
        ---
        {{text}}

        """));

    private Publisher Publisher() => new(world.Connections, grid, world.WorkFolder, world.Fresh());

    private async Task<Diagnostic> RefusalAsync(PublishRequest request, ExitCode exitCode)
    {
        using var publisher = Publisher();
        var refused = await Should.ThrowAsync<PipelineException>(() => publisher.RunAsync(request, world, default));
        refused.ExitCode.ShouldBe(exitCode);
        grid.Writes.ShouldBe(0);
        return refused.Diagnostics.ShouldHaveSingleItem();
    }
}
