using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DocsPipeline.Tests.Sandbox.Confluence;

namespace DocsPipeline.Tests.Sandbox.Control;

public sealed class FaultTests : IAsyncLifetime
{
    private const string Spaces = "/wiki/api/v2/spaces";

    private readonly RunningSandbox sandbox = new();

    private ConfluenceCaller Bot => ConfluenceCaller.Bot(sandbox);

    public Task InitializeAsync() => sandbox.InitializeAsync();

    public Task DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task The_next_calls_of_a_route_fail_as_asked_and_then_it_works_again()
    {
        await FaultAsync(
            new
            {
                route = "/wiki/**",
                method = "GET",
                times = 2,
                status = 429,
                body = "{}",
                headers = new Dictionary<string, string> { ["Retry-After"] = "3", ["X-RateLimit-Remaining"] = "0" },
            });

        var limited = await Bot.GetAsync(Spaces);
        limited.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        limited.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(3));
        limited.Headers.GetValues("X-RateLimit-Remaining").ShouldBe(["0"]);
        (await Bot.GetAsync(Spaces)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await Bot.GetAsync(Spaces)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Other_methods_and_routes_are_untouched()
    {
        await FaultAsync(new { route = "/wiki/api/v2/pages/*", method = "PUT", status = 500 });
        (await Bot.GetAsync("/wiki/api/v2/pages/98310")).Status.ShouldBe(HttpStatusCode.OK);
        (await Bot.PutAsync("/wiki/api/v2/pages/98310/title", new { status = "current", title = "Still works" }))
            .Status.ShouldBe(HttpStatusCode.OK);
        (await Bot.PutAsync("/wiki/api/v2/pages/98310", new { })).Status.ShouldBe(HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task The_first_calls_can_be_let_through()
    {
        await FaultAsync(new { route = Spaces, skip = 1, status = 503 });
        (await Bot.GetAsync(Spaces)).Status.ShouldBe(HttpStatusCode.OK);
        (await Bot.GetAsync(Spaces)).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
    }

    [Fact]
    public async Task A_dropped_request_has_no_effect()
    {
        await FaultAsync(new { route = "/wiki/api/v2/pages", method = "POST", drop = true });
        await Should.ThrowAsync<HttpRequestException>(() => Bot.PageAsync("Lost request"));
        (await Bot.GetAsync("/wiki/api/v2/pages?title=Lost+request")).Results.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dropped_answer_comes_after_the_effect()
    {
        await FaultAsync(new { route = "/wiki/api/v2/pages", method = "POST", drop = true, afterEffect = true });
        await Should.ThrowAsync<HttpRequestException>(() => Bot.PageAsync("Lost answer"));
        (await Bot.GetAsync("/wiki/api/v2/pages?title=Lost+answer")).Results.Count.ShouldBe(1);
        (await RequestsAsync("?method=POST")).Single().GetProperty("status").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_bad_gateway_can_hide_an_effect()
    {
        await FaultAsync(
            new
            {
                route = "/wiki/api/v2/pages",
                method = "POST",
                status = 502,
                body = "<html>",
                headers = new Dictionary<string, string> { ["Content-Type"] = "text/html" },
                afterEffect = true,
            });
        var answer = await Bot.PostAsync("/wiki/api/v2/pages", new { spaceId = "98306", title = "Hidden effect" });
        answer.Status.ShouldBe(HttpStatusCode.BadGateway);
        answer.Text.ShouldBe("<html>");
        (await Bot.GetAsync("/wiki/api/v2/pages?title=Hidden+effect")).Results.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_delay_lets_the_call_through_later()
    {
        await FaultAsync(new { route = Spaces, delayMs = 300 });
        var started = TimeProvider.System.GetTimestamp();
        (await Bot.GetAsync(Spaces)).Status.ShouldBe(HttpStatusCode.OK);
        TimeProvider.System.GetElapsedTime(started).ShouldBeGreaterThan(TimeSpan.FromMilliseconds(290));
    }

    [Theory]
    [InlineData("""{"route":"/x","statuss":500}""")]
    [InlineData("""{"route":"/x","status":"500"}""")]
    [InlineData("""{"route":"/x"}""")]
    [InlineData("""{"status":500}""")]
    [InlineData("""{"route":"x","status":500}""")]
    [InlineData("""{"route":"/x","status":500,"drop":true}""")]
    [InlineData("""{"route":"/x","status":500,"times":0}""")]
    [InlineData("nonsense")]
    public async Task A_fault_that_makes_no_sense_is_refused(string fault)
    {
        using var content = new StringContent(fault);
        using var answer = await sandbox.Client.PostAsync("/_sandbox/faults", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await sandbox.Client.GetFromJsonAsync<JsonElement>("/_sandbox/faults")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Requests_tell_who_did_what_and_their_bodies_on_demand()
    {
        await Bot.PageAsync("Recorded");
        var recorded = (await RequestsAsync("?method=POST&actor=docs-bot&path=/wiki/api/*/pages&bodies=true")).Single();
        recorded.GetProperty("status").GetInt32().ShouldBe(200);
        recorded.GetProperty("body").GetString()!.ShouldContain("Recorded");
        (await RequestsAsync("")).Single().TryGetProperty("body", out _).ShouldBeFalse();

        await sandbox.Client.DeleteAsync("/_sandbox/requests");
        (await RequestsAsync("")).ShouldBeEmpty();
    }

    private async Task FaultAsync(object fault)
    {
        using var answer = await sandbox.Client.PostAsJsonAsync("/_sandbox/faults", fault);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    private async Task<IReadOnlyList<JsonElement>> RequestsAsync(string query) =>
        [.. (await sandbox.Client.GetFromJsonAsync<JsonElement>("/_sandbox/requests" + query)).EnumerateArray()];
}
