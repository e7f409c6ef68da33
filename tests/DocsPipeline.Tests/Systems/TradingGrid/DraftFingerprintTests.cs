using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Tests.Systems.TradingGrid;

public sealed class DraftFingerprintTests
{
    private static readonly GridDraft Bare = new(
        "faq-article", "docs-pipeline", "Bare", new GridAudience([], [], []), DraftContent.Of(""));

    private static readonly GridDraft Full = new(
        "faq-article",
        "docs-pipeline",
        "ASN \"guide\" <ä> & 😀",
        new GridAudience(["x12-suppliers"], ["acme"], []),
        DraftContent.Of("<p>One.</p>"))
    {
        Summary = "How to send an ASN.",
        Facts = [new GridFact("cutover-start", "Cutover starts", "2027-03-01")],
        Attachments = [new FileRef(new string('b', 64), "a.cer")],
        TestPlan = new TestPlan("TP-1", [new TestCase("TC-1", "First", "856"), new TestCase("TC-2", "Second", null, false)]),
        AcknowledgementRequired = true,
        EffectiveFrom = new DateOnly(2027, 3, 1),
        EffectiveTo = new DateOnly(2027, 4, 1),
        Supersedes = ["old"],
        Related = ["other"],
    };

    public static TheoryData<string> Changes => [.. Changed.Keys];

    private static Dictionary<string, GridDraft> Changed { get; } = new()
    {
        ["kind"] = Full with { Kind = "notice" },
        ["owner"] = Full with { ManagedBy = "marketing" },
        ["title"] = Full with { Title = "ASN guide" },
        ["groups"] = Full with { Audience = Full.Audience with { Groups = ["everyone"] } },
        ["partners"] = Full with { Audience = Full.Audience with { Partners = [] } },
        ["roles"] = Full with { Audience = Full.Audience with { Roles = ["technical"] } },
        ["text"] = Full with { Content = DraftContent.Of("<p>Two.</p>") },
        ["summary"] = Full with { Summary = null },
        ["language"] = Full with { Language = "de" },
        ["facts"] = Full with { Facts = [] },
        ["a fact's value"] = Full with { Facts = [Full.Facts[0] with { Value = "2027-03-02" }] },
        ["a file"] = Full with { Attachments = [Full.Attachments[0] with { FileName = "b.cer" }] },
        ["a test case"] = Full with { TestPlan = Full.TestPlan! with { TestCases = [Full.TestPlan.TestCases[1]] } },
        ["acknowledgement"] = Full with { AcknowledgementRequired = false },
        ["from"] = Full with { EffectiveFrom = null },
        ["to"] = Full with { EffectiveTo = new DateOnly(2027, 4, 2) },
        ["supersedes"] = Full with { Supersedes = [] },
        ["related"] = Full with { Related = [] },
    };

    // These two stand in communities since the first release: another value would publish every document anew.
    [Fact]
    public void Is_what_it_always_was()
    {
        DraftFingerprint.Of(Full).ShouldBe("d4f3f73707119e67c535d39d3c34574bf7c8500821d90cac502f78eb0d61755f");
        DraftFingerprint.Of(Bare).ShouldBe("c1035f7bd5a33dd27b2341f7d9083a3f188d4302aaff5a5d33984f3319904228");
    }

    [Fact]
    public void Does_not_depend_on_where_the_draft_comes_from() =>
        DraftFingerprint.Of(Full with { Source = new GridSource("halden/partner-docs", "abc"), Fingerprint = "old" })
            .ShouldBe(DraftFingerprint.Of(Full));

    [Theory]
    [MemberData(nameof(Changes))]
    public void Changes_with_everything_that_partners_get(string what) =>
        DraftFingerprint.Of(Changed[what]).ShouldNotBe(DraftFingerprint.Of(Full));
}
