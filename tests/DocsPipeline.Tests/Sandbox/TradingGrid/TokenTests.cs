using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class TokenTests(GridWorld world) : IClassFixture<GridWorld>
{
    [Theory]
    [InlineData("grant_type=password", 400, "unsupported_grant_type")]
    [InlineData("client_id=docs-pipeline&client_secret=sandbox-client-secret", 400, "invalid_request")]
    [InlineData("grant_type=client_credentials&client_id=docs-pipeline&client_secret=wrong", 401, "invalid_client")]
    [InlineData("grant_type=client_credentials&client_id=nobody&client_secret=sandbox-client-secret", 401, "invalid_client")]
    [InlineData(
        "grant_type=client_credentials&client_id=docs-pipeline&client_secret=sandbox-client-secret&scope=desk.manage", 400,
        "invalid_scope")]
    [InlineData(
        "grant_type=client_credentials&grant_type=client_credentials&client_id=docs-pipeline&client_secret=sandbox-client-secret", 400,
        "invalid_request")]
    public async Task Errors_are_those_of_OAuth(string form, int status, string error)
    {
        using var body = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await world.Http.PostAsync("/otdsws/oauth2/token", body);

        ((int)answer.StatusCode).ShouldBe(status);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error").GetString().ShouldBe(error);
    }

    [Fact]
    public async Task JSON_is_not_a_form()
    {
        using var answer = await world.Http.PostAsJsonAsync("/otdsws/oauth2/token", new { grant_type = "client_credentials" });

        ((int)answer.StatusCode).ShouldBe(400);
    }

    [Fact]
    public async Task Credentials_may_come_in_HTTP_Basic()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/otdsws/oauth2/token")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("grant_type", "client_credentials")]),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String("docs-pipeline:sandbox-client-secret"u8));
        using var answer = await world.Http.SendAsync(request);

        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Contract.Faults("POST", "/otdsws/oauth2/token", (int)answer.StatusCode, "application/json", json).ShouldBeEmpty();
        json.GetProperty("token_type").GetString().ShouldBe("Bearer");
        answer.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_token_expires()
    {
        await using var other = await FreshAsync();
        await other.World.WaitAsync(3601);

        var refused = (await other.World.Pipeline.GetAsync("")).Is(401, "token_expired");
        refused.Headers.WwwAuthenticate.ToString().ShouldContain("invalid_token");
    }

    [Fact]
    public async Task An_invented_token_is_refused() => (await new GridCaller(world.Http, "tg_0000").GetAsync("")).Is(401, "token_invalid");

    [Fact]
    public async Task A_token_is_good_for_its_scopes_only()
    {
        var reader = await GridCaller.SignInAsync(world.Http, "docs-pipeline", "sandbox-client-secret", "documents.read");

        (await reader.GetAsync("/documents")).Is(200);
        (await reader.GetAsync("/events")).Is(403, "insufficient_scope").Headers.WwwAuthenticate.ToString().ShouldContain("events.read");
        (await world.Pipeline.PostAsync("/incidents", new { })).Is(403, "insufficient_scope");
    }

    [Fact]
    public async Task The_gateway_in_front_can_refuse_in_its_own_words()
    {
        await using var other = await FreshAsync();
        await other.World.SwitchAsync(new { gatewayFaults = true });

        var refused = (await new GridCaller(other.World.Http, "tg_0000").GetAsync("")).Is(401);
        refused["fault"].GetProperty("detail").GetProperty("errorcode").GetString().ShouldBe("oauth.v2.token_invalid");
    }

    [Fact]
    public async Task The_trace_id_is_echoed_and_stands_in_the_problem()
    {
        var refused = await world.Pipeline.SendAsync("GET", "/documents/doc_0", null, ("X-Request-ID", "abc123"));

        refused.Is(404)["traceId"].GetString().ShouldBe("abc123");
        refused.Headers.GetValues("X-Request-ID").Single().ShouldBe("abc123");
    }

    private static async Task<Owned> FreshAsync()
    {
        var fresh = new GridWorld();
        await fresh.InitializeAsync();
        return new Owned(fresh);
    }

    private sealed record Owned(GridWorld World) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await World.DisposeAsync();
    }
}
