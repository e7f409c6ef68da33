using System.Net;

namespace DocsPipeline.Tests.Sandbox.Confluence;

public sealed class TreeTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private readonly ConfluenceCaller bot = ConfluenceCaller.Bot(sandbox);

    [Fact]
    public async Task A_page_below_a_folder_names_it_as_its_parent_and_the_folder_is_no_page()
    {
        var folder = (await bot.PostAsync("/wiki/api/v2/folders", new { spaceId = "98306", title = "Holds pages" }))["id"].GetString()!;
        var page = await bot.PageAsync("In the folder", parentId: folder);

        (await bot.GetAsync($"/wiki/api/v2/pages/{page}"))["parentType"].GetString().ShouldBe("folder");
        (await bot.GetAsync($"/wiki/api/v2/pages/{folder}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await bot.GetAsync($"/wiki/api/v2/folders/{folder}/direct-children")).Results
            .Single()
            .GetProperty("id")
            .GetString()
            .ShouldBe(page);
        (await bot.GetAsync("/wiki/api/v2/spaces/98306/pages?limit=250")).Text.ShouldNotContain("Holds pages");
        (await bot.PostAsync("/wiki/api/v2/content/convert-ids-to-types", new { contentIds = new[] { folder, page, "1" } }))["results"]
            .ToString()
            .ShouldBe($$"""{"{{folder}}":"folder","{{page}}":"page","1":null}""");
    }

    [Fact]
    public async Task Ancestors_go_from_the_top_down_and_descendants_say_how_deep_they_lie()
    {
        var top = await bot.PageAsync("Top");
        var middle = await bot.PageAsync("Middle", parentId: top);
        var leaf = await bot.PageAsync("Leaf", parentId: middle);

        (await bot.GetAsync($"/wiki/api/v2/pages/{leaf}/ancestors")).Results
            .Select(each => each.GetProperty("id").GetString())
            .ShouldBe(["98310", top, middle]);
        (await bot.GetAsync($"/wiki/api/v2/pages/{top}/descendants")).Results
            .Select(each => each.GetProperty("depth").GetInt32())
            .ShouldBe([1, 2]);
        (await bot.GetAsync($"/wiki/api/v2/pages/{top}/descendants?depth=1")).Results
            .Single()
            .GetProperty("id")
            .GetString()
            .ShouldBe(middle);
    }

    [Fact]
    public async Task A_property_has_a_key_once_and_counts_its_versions()
    {
        var id = await bot.PageAsync("With property");
        var properties = $"/wiki/api/v2/pages/{id}/properties";
        var property = (await bot.PostAsync(properties, new { key = "sync", value = new { hash = "a" } }))["id"].GetString();

        (await bot.PostAsync(properties, new { key = "sync", value = 1 })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await bot.PutAsync($"{properties}/{property}", new { key = "sync", value = 1, version = new { number = 1 } }))
            .Status.ShouldBe(HttpStatusCode.Conflict);
        (await bot.PutAsync($"{properties}/{property}", new { key = "sync", value = 1, version = new { number = 2 } }))
            .Status.ShouldBe(HttpStatusCode.OK);
        (await bot.GetAsync($"{properties}?key=sync")).Results.Single().GetProperty("value").GetInt32().ShouldBe(1);
    }
}
