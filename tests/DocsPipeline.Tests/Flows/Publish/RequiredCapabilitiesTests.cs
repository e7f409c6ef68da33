using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Flows.Publish.Comparing;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Publish;

public sealed class RequiredCapabilitiesTests
{
    private const string Community = "halden-suppliers";

    private static readonly GridDraft Plain =
        new("notice", "docs-pipeline", "Notice", new GridAudience(["everyone"], [], []), DraftContent.Of("text"));

    private static readonly GridDraft Rich = Plain with
    {
        Audience = new GridAudience([], ["acme"], []),
        Attachments = [new FileRef(new string('a', 64), "a.cer")],
        Facts = [new GridFact("from", "From", "2027-03-01")],
        TestPlan = new TestPlan("TP-1", [new TestCase("TC-1", "First")]),
        AcknowledgementRequired = true,
        Supersedes = ["old-notice"],
    };

    [Fact]
    public void A_community_that_can_everything_lacks_nothing() =>
        RequiredCapabilities.Missing(Community, All(), [Wanted(Rich)]).ShouldBeEmpty();

    [Fact]
    public void A_plain_document_needs_nothing_but_an_inventory() =>
        RequiredCapabilities.Missing(Community, new HashSet<Capability> { Capability.Inventory }, [Wanted(Plain)]).ShouldBeEmpty();

    [Theory]
    [InlineData(Capability.PartnerAudiences, "community halden-suppliers cannot let single partners read")]
    [InlineData(Capability.Attachments, "community halden-suppliers cannot take attachments")]
    [InlineData(Capability.Facts, "community halden-suppliers cannot show fields beside the text")]
    [InlineData(Capability.TestPlans, "community halden-suppliers cannot take test results")]
    [InlineData(Capability.Acknowledgements, "community halden-suppliers cannot ask for acknowledgements")]
    [InlineData(Capability.Supersession, "community halden-suppliers cannot put a document in the place of another")]
    public void A_document_that_needs_what_its_community_cannot_do_is_named(Capability missing, string message)
    {
        var fault = RequiredCapabilities.Missing(Community, All(missing), [Wanted(Plain), Wanted(Rich)]).ShouldHaveSingleItem();

        (fault.Code, fault.Path, fault.Message).ShouldBe((Catalogue.Systems.CapabilityIsMissing, "content/notices/notice.md", message));
    }

    [Fact]
    public void Without_an_inventory_the_community_itself_is_named()
    {
        var fault = RequiredCapabilities.Missing(Community, All(Capability.Inventory), [Wanted(Plain)]).ShouldHaveSingleItem();

        (fault.Path, fault.Message).ShouldBe(("community halden-suppliers", "community halden-suppliers cannot say what it holds"));
    }

    [Fact]
    public void What_another_community_gets_is_not_asked_of_this_one() =>
        RequiredCapabilities.Missing("halden-carriers", new HashSet<Capability> { Capability.Inventory }, [Wanted(Rich)]).ShouldBeEmpty();

    private static HashSet<Capability> All(Capability? missing = null) => [.. Enum.GetValues<Capability>().Where(one => one != missing)];

    private static DesiredPublication Wanted(GridDraft draft)
    {
        var file = new ContentFile(
            "content/notices/notice.md", Encoding.UTF8.GetBytes("---\nid: notice\nkind: notice\nclassification: partner\n---\n"));
        return new DesiredPublication(
            Community, "notice", DocumentReader.Read(file, [])!, DesiredPublication.WithContentHash(draft), [], []);
    }
}
