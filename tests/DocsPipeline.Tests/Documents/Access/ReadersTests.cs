using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Tests.Documents.Markdown;

namespace DocsPipeline.Tests.Documents.Access;

/// <summary>A label only ever shrinks on the way down a tree.</summary>
public sealed class ReadersTests
{
    private static readonly Readers Acme = Readers.Only(["acme"]);

    [Fact]
    public void A_named_partner_is_nobody_inside_of_what_is_for_nobody() => Acme.Within(Readers.Nobody).IsNobody.ShouldBeTrue();

    [Fact]
    public void A_named_partner_is_nobody_inside_of_what_is_for_another() =>
        Acme.Within(Readers.Only(["borealis"])).IsNobody.ShouldBeTrue();

    [Fact]
    public void Of_several_named_partners_those_stay_whom_both_name() =>
        Readers.Only(["acme", "borealis"]).Within(Readers.Only(["borealis", "cobalt"])).Partners.ShouldBe(["borealis"]);

    [Fact]
    public void The_audience_inside_of_a_narrower_label_is_that_label() => Readers.Audience.Within(Acme).ShouldBe(Acme);

    [Theory]
    [InlineData(":::: internal\n::: partner {partners=\"acme\"}\nsecret\n:::\n::::\n")]
    [InlineData(":::: partner {partners=\"borealis\"}\n::: partner {partners=\"acme\"}\nsecret\n:::\n::::\n")]
    public void A_named_partner_does_not_read_what_stands_inside_of_a_closed_block(string body)
    {
        var addendum = World.Render("guide", $"seen\n\n{body}", "acme");

        (addendum?.Html ?? "").ShouldNotContain("secret");
    }
}
