using System.Net;

namespace DocsPipeline.Tests.Sandbox.Confluence;

public sealed class PageWriteTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private const string Pages = "/wiki/api/v2/pages";

    private readonly ConfluenceCaller bot = ConfluenceCaller.Bot(sandbox);

    [Fact]
    public async Task A_stale_version_is_a_conflict_and_changes_nothing()
    {
        var id = await bot.PageAsync("Stale");
        (await bot.PutAsync($"{Pages}/{id}", ConfluenceCaller.Change(id, "Stale", "<p>two</p>", 2))).Status.ShouldBe(HttpStatusCode.OK);

        var late = await bot.PutAsync($"{Pages}/{id}", ConfluenceCaller.Change(id, "Stale", "<p>late</p>", 2));

        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.ErrorTitle.ShouldContain("Current Version: [2]");
        (await bot.GetAsync($"{Pages}/{id}?body-format=storage")).Body.ShouldContain("two");
    }

    [Fact]
    public async Task Of_many_writers_at_once_exactly_one_wins()
    {
        var id = await bot.PageAsync("Contended");
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(number => bot.PutAsync($"{Pages}/{id}", ConfluenceCaller.Change(id, "Contended", $"<p>{number}</p>", 2))));
        answers.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(answer => answer.Status == HttpStatusCode.Conflict).ShouldBe(7);

        var twins = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => bot.PostAsync(Pages, new { spaceId = "98306", title = "Contended title" })));
        twins.Count(answer => answer.Status == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task A_version_that_skips_a_number_is_a_conflict_too()
    {
        var id = await bot.PageAsync("Skips");
        (await bot.PutAsync($"{Pages}/{id}", ConfluenceCaller.Change(id, "Skips", "<p>x</p>", 3))).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_old_version_keeps_its_own_body_and_title()
    {
        var id = await bot.PageAsync("Was called this", "<p>first</p>");
        await bot.PutAsync($"{Pages}/{id}", ConfluenceCaller.Change(id, "Is called that", "<p>second</p>", 2));

        var old = await bot.GetAsync($"{Pages}/{id}?version=1&body-format=storage");

        old["status"].GetString().ShouldBe("historical");
        old["title"].GetString().ShouldBe("Was called this");
        old.Body.ShouldContain("first");
        (await bot.GetAsync($"{Pages}/{id}?version=3")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_title_that_the_space_has_already_is_refused()
    {
        await bot.PageAsync("Only once");
        var twin = await bot.PostAsync(Pages, new { spaceId = "98306", title = "Only once" });

        twin.Status.ShouldBe(HttpStatusCode.BadRequest);
        twin.ErrorTitle.ShouldContain("already exists");
    }

    [Theory]
    [InlineData("""{"title":"No space"}""", "spaceId")]
    [InlineData("""{"spaceId":98306,"title":"Number"}""", "spaceId")]
    [InlineData("""{"spaceId":"98306"}""", "title")]
    [InlineData("""{"spaceId":"98306","title":"Typo","parentid":"98310"}""", "parentid")]
    [InlineData("""{"spaceId":"98306","title":"Typo","body":{"representation":"storage","valeu":"x"}}""", "body.value")]
    [InlineData("""{"spaceId":"98306","title":"Status","status":"published"}""", "status")]
    [InlineData("""{"spaceId":""", "JSON")]
    public async Task A_wrong_creation_is_refused_with_the_field_that_is_wrong(string body, string field)
    {
        var answer = await bot.PostAsync(Pages, body);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ErrorTitle.ShouldContain(field);
    }

    [Fact]
    public async Task A_quoted_version_number_is_the_wrong_type()
    {
        var id = await bot.PageAsync("Quoted");
        var answer = await bot.PutAsync(
            $"{Pages}/{id}",
            new
            {
                id,
                status = "current",
                title = "Quoted",
                body = new { representation = "storage", value = "" },
                version = new { number = "2" },
            });
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.ErrorTitle.ShouldContain("version.number");
    }

    [Theory]
    [InlineData("1", null)]
    [InlineData("98306", "1")]
    public async Task An_unknown_space_or_parent_is_not_found(string spaceId, string? parentId) =>
        (await bot.PostAsync(Pages, new { spaceId, parentId, title = "Nowhere" })).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_new_page_without_parent_lies_below_the_home_page()
    {
        var id = await bot.PageAsync("Below home");
        (await bot.GetAsync($"{Pages}/{id}"))["parentId"].GetString().ShouldBe("98310");
    }

    [Fact]
    public async Task A_draft_lives_beside_the_published_page()
    {
        var id = await bot.PageAsync("With a draft", "<p>published</p>");
        var saved = await bot.PutAsync($"{Pages}/{id}", ConfluenceCaller.Change(id, "With a draft", "<p>unfinished</p>", 1, "draft"));

        saved["status"].GetString().ShouldBe("draft");
        (await bot.GetAsync($"{Pages}/{id}?get-draft=true&body-format=storage")).Body.ShouldContain("unfinished");
        var published = await bot.GetAsync($"{Pages}/{id}?body-format=storage");
        published.Body.ShouldContain("published");
        published["version"].GetProperty("number").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_that_was_never_published_is_published_as_version_1()
    {
        var draft = await bot.PostAsync(Pages, new { spaceId = "98306", status = "draft", title = "Only a draft" });
        var id = draft["id"].GetString()!;
        (await bot.GetAsync("/wiki/api/v2/spaces/98306/pages?limit=250")).Text.ShouldNotContain("Only a draft");

        var published = await bot.PutAsync($"{Pages}/{id}", ConfluenceCaller.Change(id, "Only a draft", "<p>done</p>", 1));
        published["status"].GetString().ShouldBe("current");
        published["version"].GetProperty("number").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task A_deleted_page_goes_to_the_trash_its_children_move_up_and_it_can_come_back()
    {
        var id = await bot.PageAsync("To the trash", "<p>kept</p>");
        var child = await bot.PageAsync("Child of the trashed", parentId: id);
        (await bot.DeleteAsync($"{Pages}/{id}")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await bot.GetAsync($"{Pages}/{id}"))["status"].GetString().ShouldBe("trashed");
        (await bot.GetAsync($"{Pages}/{child}"))["parentId"].GetString().ShouldBe("98310");
        (await bot.GetAsync($"/wiki/rest/api/content/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        var back = await bot.PutAsync($"{Pages}/{id}", ConfluenceCaller.Change(id, "To the trash", "<p>ignored</p>", 2));
        back["status"].GetString().ShouldBe("current");
        back.Body.ShouldContain("kept");
    }

    [Fact]
    public async Task Only_the_trash_can_be_purged_and_then_the_page_is_gone()
    {
        var id = await bot.PageAsync("Purged");
        (await bot.DeleteAsync($"{Pages}/{id}?purge=true")).Status.ShouldBe(HttpStatusCode.BadRequest);
        await bot.DeleteAsync($"{Pages}/{id}");
        (await bot.DeleteAsync($"{Pages}/{id}?purge=true")).Status.ShouldBe(HttpStatusCode.NoContent);
        (await bot.GetAsync($"{Pages}/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_third_id_is_beyond_what_a_double_holds()
    {
        var ids = new[] { await bot.PageAsync("Id 1"), await bot.PageAsync("Id 2"), await bot.PageAsync("Id 3") };
        ids.ShouldContain(id => long.Parse(id) > 9_007_199_254_740_992 && (long)(double)long.Parse(id) != long.Parse(id));
    }

    [Fact]
    public async Task A_body_above_five_megabytes_is_too_large()
    {
        var answer = await bot.PostAsync(
            Pages,
            new { spaceId = "98306", title = "Large", body = new { representation = "storage", value = new string('x', 5_300_000) } });
        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }
}
