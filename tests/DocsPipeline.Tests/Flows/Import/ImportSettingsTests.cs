using DocsPipeline.Diagnostics;
using DocsPipeline.Tests.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Import;

/// <summary>Settings that are not those of the sample: two communities in one run, and a space that Confluence does not have.</summary>
public sealed class ImportSettingsTests : IDisposable
{
    private const string Carriers = "halden-carriers";
    private const string Settings = "content/pipeline.yml";
    private const string Suppliers = ImportFixture.Community;

    private readonly CheckoutCopy copy = new();
    private readonly MemoryGrid grid = new();

    public void Dispose() => copy.Dispose();

    [Fact]
    public Task Each_community_has_its_own_claims_and_cursor() => WithCarriersAsync(async fixture =>
    {
        var first = grid.Receive(Suppliers, "case.created", Sent.OpenCase("case_s", "TG-S"));
        var second = grid.Receive(Carriers, "case.created", Sent.OpenCase("case_c", "TG-C"));

        var report = await fixture.RunAsync(grid);

        report.Items.Select(item => item.Reference).ShouldBe([first, second], ignoreOrder: true);
        (await fixture.RecordAsync(first)).ShouldNotBeNull();
        (await fixture.RecordAsync(second)).ShouldBeNull();
        (await fixture.RecordAsync(second, Carriers)).ShouldNotBeNull();
        (await fixture.StateAsync(Carriers)).Cursor.ShouldNotBe((await fixture.StateAsync()).Cursor);
        (await fixture.RunAsync(grid)).Items.ShouldBeEmpty();
    });

    [Fact]
    public Task A_community_without_a_feed_does_not_stop_another() => WithCarriersAsync(async fixture =>
    {
        var item = grid.Receive(Suppliers, "case.created", Sent.OpenCase("case_other", "TG-O"));
        grid.Silent.Add(Carriers);

        var report = await fixture.RunAsync(grid);

        report.Items.ShouldHaveSingleItem().Reference.ShouldBe(item);
        report.Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(Catalogue.Systems.CapabilityIsMissing);
    });

    [Fact]
    public async Task A_space_that_confluence_does_not_have_is_a_fault_of_the_settings()
    {
        copy.Edit(Settings, "- key: EDI\n", "- key: NOWHERE\n");
        grid.Receive(Suppliers, "case.created", Sent.OpenCase("case_space", "TG-X"));

        await WithAsync(async fixture =>
        {
            var fault = (await Should.ThrowAsync<PipelineException>(fixture.RunAsync(grid))).Diagnostics.ShouldHaveSingleItem();
            (fault.Code.Id, fault.Path, fault.Message).ShouldBe(("DOC0902", Settings, "Confluence has no space `NOWHERE`"));
        });
    }

    private Task WithCarriersAsync(Func<ImportFixture, Task> story)
    {
        copy.Edit(Settings, "\ncommunities:\n", $"\ncommunities:\n  {Carriers}:\n    name: Halden carriers\n");
        return WithAsync(story);
    }

    private async Task WithAsync(Func<ImportFixture, Task> story)
    {
        var fixture = new ImportFixture(copy.Directory);
        await fixture.InitializeAsync();
        try
        {
            await story(fixture);
        }
        finally
        {
            await fixture.DisposeAsync();
        }
    }
}
