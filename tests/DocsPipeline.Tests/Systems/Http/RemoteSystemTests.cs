using System.Net.Http.Headers;
using DocsPipeline.Diagnostics;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Tests.Systems.Http;

public sealed class RemoteSystemTests : IDisposable
{
    private static readonly RemoteRequest Write = new(HttpMethod.Post, "things")
    {
        Body = "{}"u8.ToArray(),
        MediaType = "application/json",
    };

    private readonly ScriptedNetwork network = new();
    private readonly RequestLog log = new();

    public void Dispose() => network.Dispose();

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Waits_as_long_as_it_is_told_and_repeats_even_a_write(int status)
    {
        network.Answer(status, headers: ("Retry-After", "17")).Answer(201);

        (await Send(Write)).Status.ShouldBe(201);

        network.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(17)]);
        log.Counts["Test"].ShouldBe(new RequestCount(2, 2));
    }

    [Fact]
    public async Task Understands_a_date_to_come_back_at()
    {
        network.Answer(429, headers: ("Retry-After", "Mon, 01 Mar 2027 08:00:30 GMT")).Answer(200);

        await Send(RemoteRequest.Get("things"));

        network.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(30)]);
    }

    [Theory]
    [InlineData("1803888045", 45)]
    [InlineData("2027-03-01T08:01Z", 60)]
    public async Task Understands_when_a_spent_rate_limit_begins_anew(string reset, int seconds)
    {
        network.Answer(429, headers: [("X-RateLimit-Remaining", "0"), ("X-RateLimit-Reset", reset)]).Answer(200);

        await Send(RemoteRequest.Get("things"));

        network.Clock.Waits.ShouldBe([TimeSpan.FromSeconds(seconds)]);
    }

    [Fact]
    public async Task Does_not_sleep_an_hour_because_a_header_says_so()
    {
        network.Answer(429, """{"message":"API rate limit exceeded"}""", headers: ("Retry-After", "3600"));

        var refusal = await Should.ThrowAsync<RemoteException>(Send(RemoteRequest.Get("things")));

        refusal.Reason.ShouldBe("API rate limit exceeded");
        network.Clock.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_permission_is_not_taken_for_a_rate_limit()
    {
        network.Answer(403, """{"message":"Resource not accessible"}""");

        (await Should.ThrowAsync<RemoteException>(Send(RemoteRequest.Get("things")))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task Repeats_a_read_after_a_server_error_and_a_broken_connection()
    {
        network.Answer(500).Break().Answer(200);

        (await Send(RemoteRequest.Get("things"))).Status.ShouldBe(200);

        network.Asked.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Never_repeats_a_write_whose_answer_was_lost()
    {
        network.Break();

        var unknown = await Should.ThrowAsync<UnknownOutcomeException>(Send(Write));

        network.Asked.Count.ShouldBe(1);
        unknown.Diagnostics[0].Code.Id.ShouldBe("DOC0907");
        unknown.ExitCode.ShouldBe(ExitCode.PartlyApplied);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task A_server_error_on_a_write_is_an_unknown_outcome(int status)
    {
        network.Answer(status);

        await Should.ThrowAsync<UnknownOutcomeException>(Send(Write));

        network.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_write_that_never_left_is_repeated_and_then_unreachable()
    {
        for (var attempt = 0; attempt < 5; attempt++)
        {
            network.Break(HttpRequestError.ConnectionError);
        }

        var unreachable = await Should.ThrowAsync<UnreachableException>(Send(Write));

        network.Asked.Count.ShouldBe(5);
        unreachable.ExitCode.ShouldBe(ExitCode.Unreachable);
        unreachable.Diagnostics[0].Code.Id.ShouldBe("DOC0903");
    }

    [Fact]
    public async Task Takes_no_web_page_for_an_answer()
    {
        network.Answer(200, "<html>Log in</html>", "text/html");

        (await Should.ThrowAsync<RemoteException>(Send(RemoteRequest.Get("things")))).Code.ShouldBe("web_page");
    }

    [Fact]
    public async Task Refuses_an_answer_that_is_longer_than_the_limit()
    {
        network.Answer(200, new string(' ', 101));

        (await Should.ThrowAsync<RemoteException>(Send(RemoteRequest.Get("things") with { Limit = 100 }))).Code.ShouldBe("too_large");
    }

    [Fact]
    public async Task Follows_a_redirect_at_home_with_the_token()
    {
        network.Answer(301, headers: ("Location", "/api/renamed")).Answer(200);

        await Send(RemoteRequest.Get("things"));

        network.Asked[1].Uri.ShouldBe(new Uri("https://system.example/api/renamed"));
        network.Asked[1].Authorization.ShouldBe("Bearer s3cret-token");
    }

    [Fact]
    public async Task A_download_goes_on_to_a_media_host_without_the_token()
    {
        network.Answer(302, headers: ("Location", "https://media.example/file")).Answer(200, "bytes", "application/octet-stream");

        var file = await Send(RemoteRequest.Get("file") with { IsDownload = true });

        file.Body.Length.ShouldBe(5);
        network.Asked.Select(asked => asked.Authorization).ShouldBe(["Bearer s3cret-token", null]);
    }

    [Theory]
    [InlineData("https://media.example/x", false)]
    [InlineData("https://stranger.example/x", true)]
    [InlineData("http://media.example/x", true)]
    [InlineData("https://system.example:8443/x", true)]
    public async Task Follows_nobody_to_a_host_that_is_not_allowed(string location, bool isDownload)
    {
        network.Answer(302, headers: ("Location", location));

        var refusal = await Should.ThrowAsync<RemoteException>(Send(RemoteRequest.Get("file") with { IsDownload = isDownload }));

        refusal.Code.ShouldBe("redirect");

        network.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_link_that_leads_to_another_host_is_not_called()
    {
        var refusal = await Should.ThrowAsync<RemoteException>(Send(RemoteRequest.Get("https://stranger.example/api/things?page=2")));

        refusal.Code.ShouldBe("foreign_host");

        network.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_secret_that_the_system_echoes_is_not_shown()
    {
        network.Answer(400, """{"message":"bad token s3cret-token\n::error::x"}""");

        var refusal = await Should.ThrowAsync<RemoteException>(Send(RemoteRequest.Get("things")));

        refusal.ToString().ShouldNotContain("s3cret");
        refusal.Diagnostics[0].Message.ShouldBe("Test answered 400: bad token *** ::error::x");
    }

    [Theory]
    [InlineData(
        """{"type":"about:blank","title":"Conflict","status":409,"code":"owned_by_another","detail":"Not yours.","errors":[]}""",
        "owned_by_another",
        "Not yours.")]
    [InlineData(
        """{"code":"invalid_body","detail":"No.","errors":[{"pointer":"/a","code":"unknown_group","detail":"none"}]}""",
        "invalid_body",
        "No.; /a: none")]
    [InlineData(
        """{"fault":{"faultstring":"Invalid ApiKey","detail":{"errorcode":"oauth.v2.InvalidApiKey"}}}""",
        "oauth.v2.InvalidApiKey",
        "Invalid ApiKey")]
    [InlineData(
        """{"message":"Validation Failed","errors":[{"resource":"Label","code":"already_exists","field":"name"}]}""",
        "already_exists",
        "Validation Failed; name: already_exists")]
    [InlineData("""{"errors":[{"status":404,"code":"NOT_FOUND","title":"Not Found","detail":null}]}""", "NOT_FOUND", "Not Found")]
    [InlineData("""{"statusCode":409,"message":"Version must be incremented"}""", "", "Version must be incremented")]
    [InlineData("""{"error":"invalid_client","error_description":"unknown client"}""", "invalid_client", "unknown client")]
    [InlineData("not json at all", "", "no reason given")]
    public async Task Reads_every_systems_way_to_say_no(string body, string code, string reason)
    {
        network.Answer(409, body);

        var refusal = await Should.ThrowAsync<RemoteException>(Send(RemoteRequest.Get("things")));

        (refusal.Code, refusal.Reason).ShouldBe((code, reason));
    }

    [Fact]
    public async Task Passes_on_the_trace_id_that_the_systems_people_will_ask_for()
    {
        network.Answer(409, """{"code":"owned_by_another","detail":"Not yours.","traceId":"t1"}""", "application/problem+json");

        var refusal = await Should.ThrowAsync<RemoteException>(Send(Write));

        refusal.Diagnostics[0].Notes.ShouldContain("trace id t1");
    }

    private Task<RemoteResponse> Send(RemoteRequest request)
    {
        var transport = new Transport { Handler = network, Clock = network.Clock, Log = log };
        var secret = new Secret("s3cret-token");
        var system = new RemoteSystem("Test", new Uri("https://system.example/api"), [secret], Authorize, transport, ["media.example"]);
        return system.SendAsync(request, CancellationToken.None);

        ValueTask Authorize(HttpRequestMessage message, CancellationToken cancellation)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret.Reveal());
            return ValueTask.CompletedTask;
        }
    }
}
