using System.Net;
using System.Text.Json;

namespace DocsPipeline.Tests.Sandbox.Confluence;

public sealed class AccessTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private const string Writer = "712020:0d0c5b07-0000-4000-8000-000000000002";

    private readonly ConfluenceCaller bot = ConfluenceCaller.Bot(sandbox);
    private readonly ConfluenceCaller writer = ConfluenceCaller.Writer(sandbox);

    [Theory]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("Basic bm9ib2R5Om5vdGhpbmc=", HttpStatusCode.Unauthorized)]
    [InlineData("Basic %%%", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer sandbox-confluence-token", HttpStatusCode.Forbidden)]
    public async Task Wrong_credentials_are_refused(string authorization, HttpStatusCode status) =>
        (await new ConfluenceCaller(sandbox.Client, authorization).GetAsync("/wiki/api/v2/spaces")).Status.ShouldBe(status);

    [Fact]
    public async Task A_restricted_page_and_all_below_it_are_hidden_everywhere_from_who_may_not_read_it()
    {
        var id = await writer.PageAsync("Only for Wera");
        var child = await writer.PageAsync("Below only for Wera", parentId: id);
        var put = await writer.PutAsync($"/wiki/rest/api/content/{id}/restriction", Restriction("read", Writer));
        put.Status.ShouldBe(HttpStatusCode.OK, put.Text);

        foreach (var path in new[]
        {
            $"/wiki/api/v2/pages/{id}",
            $"/wiki/api/v2/pages/{child}",
            $"/wiki/api/v2/pages/{child}/labels",
            $"/wiki/rest/api/content/{id}",
        })
        {
            (await bot.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
            (await writer.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        foreach (var path in new[]
        {
            "/wiki/api/v2/spaces/98306/pages?limit=250",
            "/wiki/api/v2/pages/98310/children?limit=250",
            "/wiki/rest/api/content/search?cql=type=page&limit=200",
        })
        {
            (await bot.GetAsync(path)).Text.ShouldNotContain("nly for Wera", Case.Sensitive, path);
        }
    }

    [Fact]
    public async Task A_page_that_only_others_may_change_can_be_read_and_its_restriction_seen()
    {
        var id = await writer.PageAsync("Hands off");
        await writer.PutAsync($"/wiki/rest/api/content/{id}/restriction", Restriction("update", Writer));

        (await bot.GetAsync($"/wiki/api/v2/pages/{id}")).Status.ShouldBe(HttpStatusCode.OK);
        (await bot.PutAsync($"/wiki/api/v2/pages/{id}", ConfluenceCaller.Change(id, "Hands off", "<p />", 2)))
            .Status.ShouldBe(HttpStatusCode.Forbidden);
        var shown = await bot.GetAsync($"/wiki/rest/api/content/{id}/restriction/byOperation");
        Users(shown["update"]).Single().GetProperty("accountId").GetString().ShouldBe(Writer);
        Users(shown["read"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_route_that_does_not_exist_looks_different_from_a_page_that_does_not()
    {
        var route = await bot.GetAsync("/wiki/api/v2/pagez");
        var page = await bot.GetAsync("/wiki/api/v2/pages/123");
        route.Status.ShouldBe(HttpStatusCode.NotFound);
        page.Status.ShouldBe(HttpStatusCode.NotFound);
        route.Json.TryGetProperty("errors", out _).ShouldBeFalse();
        page["errors"][0].GetProperty("code").GetString().ShouldBe("NOT_FOUND");
    }

    private static object[] Restriction(string operation, string accountId) =>
        [new { operation, restrictions = new { user = new[] { new { type = "known", accountId } }, group = Array.Empty<object>() } }];

    private static IReadOnlyList<JsonElement> Users(JsonElement operation) =>
        [.. operation.GetProperty("restrictions").GetProperty("user").GetProperty("results").EnumerateArray()];
}
