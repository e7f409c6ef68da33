using System.Net;
using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Sandbox.Confluence;

public sealed partial class PageListTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private const string List = "/wiki/api/v2/spaces/98306/pages";

    private readonly ConfluenceCaller bot = ConfluenceCaller.Bot(sandbox);

    [Theory]
    [InlineData("id")]
    [InlineData("-modified-date")]
    [InlineData("-title")]
    [InlineData("created-date")]
    public async Task Following_next_sees_every_page_once_in_the_order_asked_for(string sort)
    {
        for (var number = 0; number < 5; number++)
        {
            await bot.PageAsync($"Listed {sort} {number}");
        }

        var whole = (await bot.GetAsync($"{List}?limit=250&sort={sort}")).Results
            .Select(page => page.GetProperty("id").GetString())
            .ToList();
        var parts = new List<string?>();
        for (var next = $"{List}?limit=2&sort={sort}"; next is not null;)
        {
            var part = await bot.GetAsync(next);
            part.Results.Count.ShouldBeLessThanOrEqualTo(2);
            parts.AddRange(part.Results.Select(page => page.GetProperty("id").GetString()));
            next = part["_links"].TryGetProperty("next", out var link) ? link.GetString() : null;
        }

        parts.ShouldBe(whole);
        parts.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task The_link_header_says_the_same_as_the_body()
    {
        var answer = await bot.GetAsync($"{List}?limit=1");
        var header = answer.Headers.GetValues("Link").Single();
        Next().Match(header).Groups[1].Value.ShouldBe(answer["_links"].GetProperty("next").GetString());
        header.ShouldContain("rel=\"base\"");
    }

    [Fact]
    public async Task A_page_that_appears_while_listing_does_not_repeat_another()
    {
        var first = await bot.GetAsync($"{List}?limit=2&sort=-id");
        await bot.PageAsync("Appears meanwhile");
        var second = await bot.GetAsync(first["_links"].GetProperty("next").GetString()!);
        first.Results.Concat(second.Results).Select(page => page.GetProperty("id").GetString()).ShouldBeUnique();
    }

    [Fact]
    public async Task Bodies_come_only_where_they_are_asked_for()
    {
        (await bot.GetAsync($"{List}?limit=1")).Results[0].GetProperty("body").EnumerateObject().ShouldBeEmpty();
        (await bot.GetAsync($"{List}?limit=1&body-format=storage")).Results[0]
            .GetProperty("body")
            .TryGetProperty("storage", out _)
            .ShouldBeTrue();
    }

    [Theory]
    [InlineData("limit=251")]
    [InlineData("limit=0")]
    [InlineData("limit=many")]
    [InlineData("sort=modified")]
    [InlineData("status=current,lost")]
    [InlineData("cursor=nonsense")]
    [InlineData("body-format=markdown")]
    [InlineData("depth=2")]
    public async Task A_wrong_parameter_is_refused(string query) =>
        (await bot.GetAsync($"{List}?{query}")).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Without_a_limit_there_are_25()
    {
        for (var number = 0; number < 30; number++)
        {
            await bot.PageAsync($"Many {number}");
        }

        (await bot.GetAsync(List)).Results.Count.ShouldBe(25);
    }

    [Fact]
    public async Task The_gateway_gives_next_links_without_its_own_prefix()
    {
        const string Gateway = "/ex/confluence/6f1c2c56-1f0e-4d53-9c1c-5a0d0c0ffee5";
        var answer = await bot.GetAsync($"{Gateway}{List}?limit=1");
        var next = answer["_links"].GetProperty("next").GetString()!;
        next.ShouldStartWith("/wiki/api/v2/");
        (await bot.GetAsync(Gateway + next)).Status.ShouldBe(HttpStatusCode.OK);
        (await bot.GetAsync($"/ex/confluence/another-site{List}")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_site_tells_its_cloud_id() =>
        (await bot.GetAsync("/_edge/tenant_info"))["cloudId"].GetString().ShouldBe("6f1c2c56-1f0e-4d53-9c1c-5a0d0c0ffee5");

    [GeneratedRegex("<([^>]+)>; rel=\"next\"")]
    private static partial Regex Next();
}
