using System.Net;
using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Sandbox.Confluence;

public sealed partial class PagesToLookAtTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private readonly ConfluenceCaller bot = ConfluenceCaller.Bot(sandbox);

    [Theory]
    [InlineData("<p onclick=\"alert(1)\">a</p><script>alert(2)</script><a href=\"javascript:alert(3)\">x</a>")]
    [InlineData("<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><img src=\"x\" onerror=\"alert(2)\" />")]
    [InlineData(
        "<ac:structured-macro ac:name=\"&quot;&gt;&lt;script&gt;\"><ac:parameter "
        + "ac:name=\"title\">&lt;script&gt;</ac:parameter></ac:structured-macro>")]
    [InlineData(
        "<ac:structured-macro ac:name=\"status\"><ac:parameter ac:name=\"colour\">red\" "
        + "onclick=\"alert(1)</ac:parameter></ac:structured-macro>")]
    [InlineData("<iframe src=\"https://attacker.example\"></iframe><style>p{}</style><svg><a>x</a></svg>")]
    public async Task Nothing_in_a_page_can_act(string body)
    {
        var id = await bot.PageAsync($"Hostile {Guid.NewGuid()}", body);
        var html = await sandbox.Client.GetStringAsync($"/wiki/spaces/EDI/pages/{id}");
        var shown = html[
            html.IndexOf("class=\"card body\"", StringComparison.Ordinal)..html.IndexOf("<h2>Comments</h2>", StringComparison.Ordinal)];
        ActiveContent().Matches(shown).Select(match => match.Value).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_person_edits_as_the_writer_and_a_second_editor_with_an_old_version_is_told()
    {
        var id = await bot.PageAsync("Edited by hand", "<p>before</p>");
        using (
            var saved = await PostAsync(
                $"/wiki/spaces/EDI/pages/edit-v2/{id}", ("title", "Edited by hand"), ("body", "<p>after\r\nall</p>"), ("version", "1"),
                ("message", "")))
        {
            saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        }

        var page = await bot.GetAsync($"/wiki/api/v2/pages/{id}?body-format=storage");
        page["version"].GetProperty("number").GetInt32().ShouldBe(2);
        page["version"].GetProperty("authorId").GetString().ShouldBe("712020:0d0c5b07-0000-4000-8000-000000000002");
        page.Body.ShouldContain(">after\nall</p>");

        using var late = await PostAsync(
            $"/wiki/spaces/EDI/pages/edit-v2/{id}", ("title", "Edited by hand"), ("body", "<p>mine</p>"), ("version", "1"),
            ("message", ""));
        late.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var form = await late.Content.ReadAsStringAsync();
        form.ShouldContain("Not saved.");
        form.ShouldContain("&lt;p&gt;mine&lt;/p&gt;");
    }

    [Fact]
    public async Task A_page_is_made_commented_thrown_away_and_restored_by_forms()
    {
        using var made = await PostAsync("/wiki/spaces/EDI/pages/create", ("title", "By form"), ("body", "<p>x</p>"), ("message", ""));
        var address = made.Headers.Location!.ToString();
        var id = IdInAddress().Match(address).Groups[1].Value;
        using var comment = await PostAsync($"/wiki/spaces/EDI/pages/{id}/comments", ("comment", "Is <this> right?"));
        (await sandbox.Client.GetStringAsync(address)).ShouldContain("Is &lt;this&gt; right?");

        using var trash = await PostAsync($"/wiki/spaces/EDI/pages/{id}/trash");
        (await bot.GetAsync($"/wiki/api/v2/pages/{id}"))["status"].GetString().ShouldBe("trashed");
        using var restore = await PostAsync($"/wiki/spaces/EDI/pages/{id}/restore");
        (await bot.GetAsync($"/wiki/api/v2/pages/{id}"))["status"].GetString().ShouldBe("current");
    }

    [Fact]
    public async Task Every_page_of_the_seed_can_be_looked_at()
    {
        foreach (var page in (await bot.GetAsync("/wiki/api/v2/spaces/98306/pages?limit=250")).Results)
        {
            var html = await sandbox.Client.GetStringAsync("/wiki" + page.GetProperty("_links").GetProperty("webui").GetString());
            html.ShouldNotContain("This body cannot be shown", Case.Sensitive, page.GetProperty("title").GetString());
        }
    }

    [Theory]
    [InlineData("/wiki/spaces/NOPE")]
    [InlineData("/wiki/spaces/EDI/pages/1")]
    [InlineData("/wiki/spaces/EDI/pages/edit-v2/1")]
    public async Task What_is_not_there_is_404(string path) => (await bot.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);

    private async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await sandbox.Client.PostAsync(path, form);
    }

    [GeneratedRegex("<(script|iframe|img|svg|style|object|embed)|<[^>]* on\\w+=|href=\"javascript", RegexOptions.IgnoreCase)]
    private static partial Regex ActiveContent();

    [GeneratedRegex("/pages/(\\d+)")]
    private static partial Regex IdInAddress();
}
