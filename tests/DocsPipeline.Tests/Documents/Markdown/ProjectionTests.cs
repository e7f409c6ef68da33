using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown;

namespace DocsPipeline.Tests.Documents.Markdown;

public sealed class ProjectionTests
{
    private const string Both = """
        Seen by all.

        ::: internal
        Margin is 12 %.
        :::

        ::: partner {partners="acme"}
        Acme's dock is 7.
        :::

        ::: partner
        For every partner.
        :::

        Also for all.
        """;

    [Fact]
    public void A_whole_document_loses_its_internal_and_its_narrowed_blocks() =>
        World.Html(Both).ShouldBe("<p>Seen by all.</p>\n<p>For every partner.</p>\n<p>Also for all.</p>\n");

    [Fact]
    public void An_extract_is_its_partner_blocks_and_nothing_else() =>
        World.Render("plan", Both)!.Html.ShouldBe("<p>For every partner.</p>\n");

    [Theory]
    [InlineData("guide")]
    [InlineData("plan")]
    public void An_addendum_is_what_was_narrowed_to_its_partner(string kind)
    {
        World.Render(kind, Both, "acme")!.Html.ShouldBe("<p>Acme's dock is 7.</p>\n");
        World.Render(kind, Both, "borealis").ShouldBeNull();
    }

    [Fact]
    public void An_addendum_has_its_own_external_id_and_no_facts()
    {
        var addendum = World.Render("guide", Both, "acme", "classification: partner\ndue: 2027-01-01")!;

        addendum.ExternalId.ShouldBe("subject--acme");
        addendum.Title.ShouldBe("A title: for Acme Tools");
        addendum.Facts.ShouldBeEmpty();
        addendum.Summary.ShouldBe("");
    }

    [Fact]
    public void A_kind_that_is_never_published_gives_nothing()
    {
        World.Render("log", Both).ShouldBeNull();
        Project("log", Both, Reader.Audience).IsEmpty.ShouldBeTrue();
        Project("log", Both, Reader.Partner("acme")).IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_link_to_what_only_a_closed_block_defines_is_no_link() =>
        World.Html("::: internal\n[price]: https://secret.example\n:::\n\nSee [price].").ShouldBe("<p>See [price].</p>\n");

    [Fact]
    public void Whom_something_is_narrowed_to_is_known_once_each_and_in_order() => Projection.NarrowedTo(MarkdownReader.Read(
        "::: partner {partners=\"cobalt, acme\"}\na\n:::\n\n::: partner {partners=\"acme\"}\nb\n:::\n\n::: partner\nc\n:::\n"))
        .ShouldBe(["acme", "cobalt"]);

    [Fact]
    public void Every_doubt_about_a_document_is_told_in_the_order_of_its_lines() =>
        Should.Throw<PipelineException>(() => World.Render("guide", "::: internaI\nsecret\n:::\n\n::: partners\nsecret\n:::\n"))
            .Diagnostics.Select(fault => fault.Span.Line).ShouldBe([11, 15]);

    [Theory]
    [InlineData("<span data-macro=\"children\" depth=\"2\">Pages below [Secret](confluence:page/Secret)</span>")]
    [InlineData("<span data-macro=\"contentbylabel\" labels:shown>Pages with label secret</span>")]
    [InlineData("::: adf-bodied-extension {key=\"x\"}\nsecret\n:::")]
    [InlineData("<div data-adf=\"panel\" :holds=\"text\">secret</div>")]
    public void What_Confluence_makes_of_other_pages_stays_internal_and_is_told(string secret)
    {
        World.Html($"before\n\n{secret}\n\nafter").ShouldNotContain("ecret");
        MarkdownReader.Read(secret).Faults.ShouldContain(fault => fault.Code == Catalogue.Markdown.ContentStaysInternal);
    }

    [Theory]
    [InlineData("<span data-macro=\"view-file\" name:resource>[words](https://example.com/words)</span>")]
    [InlineData("<b data-title>words</b>\n```sql title:shown\nselect\n```")]
    [InlineData("> [!NOTE]\n> <b data-title icon=\"false\">words</b>\n>\n> text")]
    [InlineData("::: adf-panel {panel-type=\"custom\" panel-icon=\":x:\"}\nwords\n:::")]
    [InlineData("- <span data-decision=\"DECIDED\">Decided:</span> words")]
    [InlineData("<table>\n<tr>\n<td><ul data-task-list=\"\"><li data-task=\"1\">☐ words</li></ul></td>\n</tr>\n</table>")]
    public void What_a_page_itself_says_is_shown(string markdown) => World.Html(markdown).ShouldContain("words");

    [Theory]
    [InlineData("> [!NOTE]\n> <b data-title>Internal only</b>\n>\n> secret")]
    [InlineData("> [!TIP]\n> <b data-title icon=\"false\"> internal: prices</b>\n>\n> secret")]
    [InlineData("<blockquote data-alert=\"note\" title:shown><b data-title>Internal</b>\n<p>secret</p>\n</blockquote>")]
    [InlineData("<b data-title>Confidential</b>\n```sql title:shown\nsecret\n```")]
    public void A_title_that_says_internal_stops_the_document(string markdown) =>
        Should.Throw<PipelineException>(() => World.Html(markdown)).Diagnostics.ShouldHaveSingleItem().Code
            .ShouldBe(Catalogue.Markdown.ContainerIsAmbiguous);

    [Fact]
    public void What_is_classified_internal_gives_nothing() =>
        World.Render("guide", Both, fields: "classification: internal").ShouldBeNull();

    [Theory]
    [InlineData("::: internal\n::: partner\nsecret\n:::\nsecret\n:::\nseen")]
    [InlineData("::: internal\n```\n:::\n```\nsecret\n:::\nseen")]
    [InlineData("::: internal\n~~~\n:::\n~~~\nsecret\n:::\nseen")]
    [InlineData("::: INTERNAL\nsecret\n:::\nseen")]
    [InlineData("::: ｉｎｔｅｒｎａｌ\nsecret\n:::\nseen")]
    [InlineData(":::internal\nsecret\n:::\nseen")]
    [InlineData(":::: internal\n::: panel\nsecret\n:::\nsecret\n::::\nseen")]
    [InlineData("::: internal\n<details>\n\nsecret\n\n</details>\n:::\nseen")]
    [InlineData("::: internal\n[seen]: https://secret.example\n:::\nseen")]
    [InlineData("::: partner {partners=\"acme\"}\n::: partner {partners=\"borealis\"}\nsecret\n:::\n:::\nseen")]
    [InlineData("::: unknown\nsecret\n:::\nseen")]
    [InlineData("::: partner {role=\"secret\"}\nsecret\n:::\nseen")]
    [InlineData("::: partner partners=acme\nsecret\n:::\nseen")]
    [InlineData("::: macro {name=\"secret\"}\nsecret\n:::\nseen")]
    [InlineData("::: panel {title=\"Internal only\"}\nsecret\n:::\nseen")]
    [InlineData("<!-- confluence:internal-note -->\n\nsecret\n\n<!-- /confluence:internal-note -->\n\nseen")]
    [InlineData("<!-- confluence:excerpt hidden=\"true\" -->\n\nsecret\n\n<!-- /confluence:excerpt -->\n\nseen")]
    [InlineData("```text macro=\"internal-note\"\nsecret\n```\nseen")]
    [InlineData("<div data-element=\"ac:placeholder\">secret</div>\n\nseen")]
    [InlineData("<div hidden>secret</div>\n\nseen")]
    [InlineData("<div style=\"display:none\">secret</div>\n\nseen")]
    [InlineData("<!-- secret -->\n\nseen")]
    [InlineData("<script>secret</script>\n\nseen")]
    [InlineData("> [!SECRET]\n> secret\n\nseen")]
    public void Nothing_opens_what_is_closed(string body) => World.Html(body).ShouldBe("<p>seen</p>\n");

    [Theory]
    [InlineData("::: internal\nsecret")]
    [InlineData("::: internal\nsecret\n:::\nseen\n:::")]
    [InlineData("> ::: internal\n> secret\n> :::")]
    [InlineData("- ::: internal\n  secret\n  :::")]
    [InlineData("    ::: internal\n    secret\n    :::")]
    [InlineData("<div>\n::: internal\nsecret\n:::\n</div>")]
    [InlineData("::: internaI\nsecret\n:::")]
    [InlineData("::: іnternal\nsecret\n:::")]
    [InlineData("::: inter\u200bnal\nsecret\n:::")]
    [InlineData("::: internel\nsecret\n:::")]
    [InlineData("::: pаrtner\nsecret\n:::")]
    [InlineData("::: partners\nsecret\n:::")]
    public void A_document_whose_blocks_are_in_doubt_is_published_to_nobody(string body) =>
        Should.Throw<PipelineException>(() => World.Render("guide", "seen\n\n" + body)).ExitCode.ShouldBe(ExitCode.Refused);

    [Fact]
    public void A_partner_block_inside_a_list_of_an_extract_stays_internal() =>
        World.Render("plan", "- one\n\n  ::: partner\n  two\n  :::\n").ShouldNotBeNull().Html.ShouldBe("");

    [Fact]
    public void A_panel_around_a_partner_block_of_an_extract_does_not_hide_it() =>
        World.Render("plan", "::: panel\nhidden\n\n::: partner\nseen\n:::\n\nhidden\n:::\n")!.Html.ShouldBe("<p>seen</p>\n");

    [Fact]
    public void Only_partner_facing_fields_leave()
    {
        var publication = World.Render("plan", "hidden", fields: """
            classification: partner
            due: 2027-01-23T20:00:00Z
            done: false
            budget: B2B-7714
            steps:
              - what: Import the certificate
                by: 2027-02-01
                cost: 400 EUR
            """)!;

        publication.Facts.Select(fact => $"{fact.Label}: {fact.Value}").ShouldBe(["Due: 2027-01-23 20:00 UTC", "Done: no"]);
        publication.Summary.ShouldBe("In short.");
        publication.Html.ShouldContain("<th scope=\"col\">Last day</th>");
        publication.Html.ShouldContain("<td>Import the certificate</td>");
        publication.Html.ShouldNotContain("400");
        publication.Html.ShouldNotContain("B2B");
    }

    private static Projection Project(string kind, string body, Reader reader)
    {
        World.Kinds.TryGet(kind, out var found).ShouldBeTrue();
        return Projection.Project(DocumentReader.Read(World.Document("content/guides/subject.md", kind, body), [])!, found!, reader);
    }
}
