using System.Net;

namespace DocsPipeline.Tests.Sandbox.Confluence;

public sealed class V1Tests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private readonly ConfluenceCaller bot = ConfluenceCaller.Bot(sandbox);
    private readonly ConfluenceCaller dataCenter = ConfluenceCaller.DataCenter(sandbox);

    [Fact]
    public async Task Data_center_has_v1_only_and_its_own_credentials()
    {
        (await dataCenter.GetAsync("/dc/rest/api/content?spaceKey=EDI")).Status.ShouldBe(HttpStatusCode.OK);
        (await dataCenter.GetAsync("/dc/api/v2/spaces")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await new ConfluenceCaller(sandbox.Client, "Bearer sandbox-confluence-token").GetAsync("/dc/rest/api/space"))
            .Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Start_and_limit_page_through_a_space()
    {
        var all = (await dataCenter.GetAsync("/dc/rest/api/content?spaceKey=EDI&limit=200")).Results.Count;
        var seen = 0;
        for (var next = "/rest/api/content?spaceKey=EDI&limit=2"; next is not null;)
        {
            var part = await dataCenter.GetAsync("/dc" + next);
            seen += part["size"].GetInt32();
            next = part["_links"].TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        seen.ShouldBe(all);
    }

    [Fact]
    public async Task A_limit_with_bodies_is_lowered_without_a_word() =>
        (await dataCenter.GetAsync("/dc/rest/api/content?spaceKey=EDI&limit=200&expand=body.storage"))["limit"].GetInt32().ShouldBe(50);

    [Fact]
    public async Task Only_what_is_expanded_is_there()
    {
        var bare = await bot.GetAsync("/wiki/rest/api/content/98310?expand=version");
        bare.Json.TryGetProperty("version", out _).ShouldBeTrue();
        bare.Json.TryGetProperty("body", out _).ShouldBeFalse();
        bare["_expandable"].TryGetProperty("body", out _).ShouldBeTrue();
        (await bot.GetAsync("/wiki/rest/api/content/98310?expand=body.storage,ancestors")).Body.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_space_shows_its_home_page_to_whoever_asks_for_it()
    {
        (await dataCenter.GetAsync("/dc/rest/api/space/EDI?expand=homepage"))["homepage"].GetProperty("id").GetString().ShouldBe("98310");
        var bare = await dataCenter.GetAsync("/dc/rest/api/space/EDI");
        bare.Json.TryGetProperty("homepage", out _).ShouldBeFalse();
        bare["_expandable"].GetProperty("homepage").GetString().ShouldBe("/rest/api/content/98310");
    }

    [Fact]
    public async Task A_comment_hangs_on_its_page_and_needs_no_space()
    {
        var page = await bot.PageAsync("Commented by v1");
        var comment = new
        {
            type = "comment",
            container = new { id = page, type = "page" },
            body = new { storage = new { value = "<p>Hm.</p>", representation = "storage" } },
        };

        var made = await dataCenter.PostAsync("/dc/rest/api/content", comment);

        made.Status.ShouldBe(HttpStatusCode.OK, made.Text);
        made["title"].GetString().ShouldBe("Re: Commented by v1");
        (await dataCenter.GetAsync($"/dc/rest/api/content/{page}/child/comment?expand=body.storage&location=footer")).Results
            .ShouldHaveSingleItem()
            .GetProperty("body")
            .GetProperty("storage")
            .GetProperty("value")
            .GetString()!
            .ShouldContain("Hm.");
        (await dataCenter.PostAsync("/dc/rest/api/content", new { type = "comment", body = comment.body }))
            .Status.ShouldBe(HttpStatusCode.BadRequest);
        (
            await dataCenter.PostAsync(
                "/dc/rest/api/content",
                new
                {
                    type = "comment",
                    container = new { id = "4711471147114711", type = "page" },
                    comment.body,
                })).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Files_of_a_space_are_found_by_the_time_they_changed()
    {
        var page = await bot.PageAsync("Page with a file");
        using var upload = new MultipartFormDataContent();
        using var file = new ByteArrayContent([1, 2, 3]);
        upload.Add(file, "file", "found.png");
        await bot.PostAsync($"/wiki/rest/api/content/{page}/child/attachment", upload);
        const string Search = "/dc/rest/api/content/search?expand=version,container&cql=type = attachment and space in (\"EDI\") and "
            + "title = \"found.png\" and lastmodified";

        var found = (await dataCenter.GetAsync($"{Search} >= \"2020-01-01 00:00\"")).Results.ShouldHaveSingleItem();

        found.GetProperty("container").GetProperty("id").GetString().ShouldBe(page);
        (await dataCenter.GetAsync($"{Search} >= \"2990-01-01 00:00\"")).Results.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_is_made_and_changed_by_v1()
    {
        var made = await dataCenter.PostAsync("/dc/rest/api/content", Content("By v1", "<p>one</p>"));
        made.Status.ShouldBe(HttpStatusCode.OK, made.Text);
        var id = made["id"].GetString();

        (await dataCenter.PutAsync($"/dc/rest/api/content/{id}", Change(2))).Status.ShouldBe(HttpStatusCode.OK);
        var stale = await dataCenter.PutAsync($"/dc/rest/api/content/{id}", Change(2));
        stale.Status.ShouldBe(HttpStatusCode.Conflict);
        stale["statusCode"].GetInt32().ShouldBe(409);

        static object Change(int number) => new
        {
            type = "page", title = "By v1", version = new { number },
            body = new { storage = new { value = "<p>two</p>", representation = "storage" } },
        };
    }

    [Fact]
    public async Task Labels_are_written_by_v1_and_read_by_both()
    {
        var id = await bot.PageAsync("Labelled");
        await bot.PostAsync(
            $"/wiki/rest/api/content/{id}/label",
            new[] { new { prefix = "global", name = "as2" }, new { prefix = "global", name = "x12" } });
        await bot.DeleteAsync($"/wiki/rest/api/content/{id}/label?name=as2");

        (await bot.GetAsync($"/wiki/api/v2/pages/{id}/labels")).Results
            .Select(label => label.GetProperty("name").GetString())
            .ShouldBe(["x12"]);
        (await bot.PostAsync($"/wiki/rest/api/content/{id}/label", new[] { new { name = "two words" } }))
            .Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("type=page AND space=EDI AND title = \"{0}\"", 1)]
    [InlineData("type = page and label in (\"searched\", 'nothing') AND id = {1}", 1)]
    [InlineData("ancestor = 98310 AND title ~ \"{0}\" order by lastmodified desc", 1)]
    [InlineData("id = {1} AND created > now(\"-1d\") AND lastmodified <= now()", 1)]
    [InlineData("id = {1} AND lastmodified >= \"2019-02-11 09:00\" AND lastmodified < \"2020/02/12\"", 0)]
    [InlineData("id = {1} AND space = PAGES", 0)]
    public async Task Cql_finds(string cql, int count)
    {
        var title = $"Searched {Guid.NewGuid():N}";
        var id = await bot.PageAsync(title);
        await bot.PostAsync($"/wiki/rest/api/content/{id}/label", new[] { new { name = "searched" } });

        var filled = cql.Replace("{0}", title, StringComparison.Ordinal).Replace("{1}", id, StringComparison.Ordinal);
        (await bot.GetAsync($"/wiki/rest/api/content/search?cql={Uri.EscapeDataString(filled)}")).Results.Count.ShouldBe(count);
    }

    [Theory]
    [InlineData("type=page AND")]
    [InlineData("type==page")]
    [InlineData("colour = red")]
    [InlineData("created > yesterday")]
    [InlineData("type = page OR type = folder")]
    public async Task Cql_that_is_not_understood_is_refused(string cql) =>
        (await bot.GetAsync($"/wiki/rest/api/content/search?cql={Uri.EscapeDataString(cql)}")).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_page_moves_before_after_and_below_another_but_never_below_itself()
    {
        var parent = await bot.PageAsync("Siblings");
        var a = await bot.PageAsync("Sibling a", parentId: parent);
        var b = await bot.PageAsync("Sibling b", parentId: parent);

        (await bot.PutAsync($"/wiki/rest/api/content/{b}/move/before/{a}", "")).Status.ShouldBe(HttpStatusCode.OK);
        (await ChildrenAsync()).ShouldBe([b, a]);
        await bot.PutAsync($"/wiki/rest/api/content/{a}/move/append/{b}", "");
        (await ChildrenAsync()).ShouldBe([b]);
        (await bot.PutAsync($"/wiki/rest/api/content/{parent}/move/append/{a}", "")).Status.ShouldBe(HttpStatusCode.BadRequest);

        async Task<IEnumerable<string?>> ChildrenAsync() =>
            (await bot.GetAsync($"/wiki/api/v2/pages/{parent}/children")).Results.Select(child => child.GetProperty("id").GetString());
    }

    [Fact]
    public async Task An_archived_page_stays_readable_and_says_so()
    {
        var id = await bot.PageAsync("Archived");
        (await bot.PostAsync("/wiki/rest/api/content/archive", new { pages = new[] { new { id } } }))
            .Status.ShouldBe(HttpStatusCode.Accepted);
        (await bot.GetAsync($"/wiki/api/v2/pages/{id}"))["status"].GetString().ShouldBe("archived");
        (await bot.GetAsync("/wiki/api/v2/pages?status=current&limit=250")).Text.ShouldNotContain("\"Archived\"");
    }

    private static object Content(string title, string body) => new
    {
        type = "page", title, space = new { key = "EDI" }, ancestors = new[] { new { id = "98310" } },
        body = new { storage = new { value = body, representation = "storage" } },
    };
}
