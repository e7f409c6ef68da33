using System.Net;
using DocsPipeline.Sandbox.Confluence.Storage;

namespace DocsPipeline.Tests.Sandbox.Confluence;

public sealed class StorageOnSaveTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private readonly ConfluenceCaller bot = ConfluenceCaller.Bot(sandbox);

    [Theory]
    [InlineData("<p>a", 1)]
    [InlineData("<p>a</b>", 1)]
    [InlineData("<p>&undeclared;</p>", 1)]
    [InlineData("<p>a\u0001</p>", 1)]
    [InlineData("<p>fine</p>\n<p a=1></p>", 2)]
    [InlineData("<xx:p>unknown prefix</xx:p>", 1)]
    [InlineData("</x><x>", 1)]
    public async Task Malformed_storage_is_refused_with_its_line(string body, int line)
    {
        var answer = await bot.PostAsync(
            "/wiki/api/v2/pages",
            new { spaceId = "98306", title = $"Broken {body}", body = new { representation = "storage", value = body } });
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ErrorTitle.ShouldContain("Error parsing xhtml");
        answer.ErrorTitle.ShouldContain($"[{line},");
    }

    [Theory]
    [InlineData("<p local-id=\"a\">&nbsp;&rarr; &quot;x&quot; \u00a0 é 🙂</p>")]
    [InlineData(
        "<ac:structured-macro ac:name=\"code\" ac:local-id=\"l\" ac:macro-id=\"m\"><ac:plain-text-body><![CDATA[<p> <!-- kept --> &nope; "
        + "</p>]]></ac:plain-text-body></ac:structured-macro>")]
    [InlineData("<hr /><p local-id='single'  class = \"x\" ></p>")]
    public void What_has_its_ids_stays_byte_for_byte(string body) => OnSave.Apply(body, "1", 1).ShouldBe(body);

    [Fact]
    public void Blocks_and_macros_get_their_ids_and_comments_go()
    {
        var saved = OnSave.Apply("<p>a<!-- gone --></p><ac:structured-macro ac:name=\"toc\" /><ul><li><p />x</li></ul>", "1", 1);

        saved.ShouldMatch(
            "^<p local-id=\"[0-9a-f]+\">a</p><ac:structured-macro ac:name=\"toc\" ac:local-id=\"[^\"]+\" ac:macro-id=\"[^\"]+\" /><ul "
            + "local-id=\"[^\"]+\"><li local-id=\"[^\"]+\"><p local-id=\"[^\"]+\" />x</li></ul>$");
        OnSave.Apply(saved, "1", 2).ShouldBe(saved);
    }

    [Theory]
    [InlineData("<p>one two one</p>", 2, 1, "<p>one two <ac:inline-comment-marker ac:ref=\"r\">one</ac:inline-comment-marker></p>")]
    [InlineData(
        "<p title=\"one\">x</p><ac:parameter ac:name=\"a\">one</ac:parameter><p>one</p>", 1, 0,
        "<p title=\"one\">x</p><ac:parameter ac:name=\"a\">one</ac:parameter><p><ac:inline-comment-marker "
        + "ac:ref=\"r\">one</ac:inline-comment-marker></p>")]
    [InlineData("<p>one</p>", 2, 0, null)]
    public void A_marker_goes_around_the_occurrence_that_was_meant(string body, int count, int index, string? marked) =>
        InlineMarker.Insert(body, "one", count, index, "r").ShouldBe(marked);
}
