using DocsPipeline.Documents;
using DocsPipeline.Documents.Access;
using DocsPipeline.Tests.Documents.Markdown;

namespace DocsPipeline.Tests.Documents.Access;

/// <summary>Kind, classification and audience have to say so, all three: nobody is the answer to every doubt.</summary>
public sealed class ReadershipTests
{
    private readonly Readership readership = new(World.Kinds, World.Settings);

    [Theory]
    [InlineData("guide", "partner", "groups: [everyone]", "acme,borealis,cobalt")]
    [InlineData("guide", "partner-restricted", "groups: [x12]", "acme")]
    [InlineData("plan", "partner", "partners: [cobalt]", "cobalt")]
    [InlineData("guide", "internal", "groups: [everyone]", "")]
    [InlineData("log", "partner", "groups: [everyone]", "")]
    [InlineData("essay", "partner", "groups: [everyone]", "")]
    [InlineData("guide", "partner", "groups: []", "")]
    public void A_document_is_for_those_of_its_audience_where_its_kind_and_its_classification_let_it_out(
        string kind, string classification, string audience, string partners) =>
        string.Join(',', readership.PartnersOf(Read(kind, audience, classification), World.Community).Ids).ShouldBe(partners);

    [Fact]
    public void An_audience_has_its_members_whatever_keeps_them_from_a_document()
    {
        var document = Read("log", "groups: [x12]");

        readership.PartnersOf(document, World.Community).IsEmpty.ShouldBeTrue();
        readership.MembersOf(document.Audience, World.Community).Ids.ShouldBe(["acme"]);
        readership.MembersOf(document.Audience, "elsewhere").IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_link_may_be_followed_where_everybody_who_gets_it_may_read_what_it_leads_to()
    {
        var (all, some) = (Read("guide", "groups: [everyone]"), Read("guide", "groups: [x12]"));

        readership.MayFollow(some, all, World.Community, Reader.Audience).ShouldBeTrue();
        readership.MayFollow(all, some, World.Community, Reader.Audience).ShouldBeFalse();
        readership.MayFollow(all, some, World.Community, Reader.Partner("acme")).ShouldBeTrue();
        readership.MayFollow(all, some, World.Community, Reader.Partner("cobalt")).ShouldBeFalse();
    }

    [Fact]
    public void What_the_settings_declare_is_known_by_name_and_everyone_is_a_group()
    {
        readership.Communities.HelpWith("zzzzzzzz").ShouldBe($"known are {World.Community}");
        readership.Groups.HelpWith("zzzzzzzz").ShouldBe("known are x12, everyone");
        readership.Partners.HelpWith("zzzzzzzz").ShouldBe("known are acme, borealis, cobalt");
    }

    private static Document Read(string kind, string audience, string classification = "partner") => DocumentReader.Read(
        World.Document("content/guides/subject.md", kind, "text", audience, $"classification: {classification}"), [])!;
}
