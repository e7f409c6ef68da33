namespace DocsPipeline.Tests.Sandbox.TradingGrid.Portal;

public sealed class SignInTests : IAsyncLifetime
{
    private readonly GridWorld world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task The_cookie_is_for_this_site_and_not_for_scripts()
    {
        using var browser = new PartnerBrowser(world.Address);
        var entered = await browser.TrySignInAsync("anna@acme.example", "acme-portal");

        var cookie = entered.Headers
            .GetValues("Set-Cookie")
            .Single(value => value.StartsWith("partner_session=", StringComparison.Ordinal));
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        cookie.ShouldContain("path=/portal");
        (await browser.GetAsync("/portal/")).Body.ShouldContain("Welcome, Anna");
    }

    [Fact]
    public async Task A_stranger_and_a_wrong_password_look_the_same()
    {
        using var browser = new PartnerBrowser(world.Address);
        var wrong = await browser.TrySignInAsync("anna@acme.example", "guess");
        var stranger = await browser.TrySignInAsync("mallory@acme.example", "guess");

        (wrong.Status, stranger.Status).ShouldBe((401, 401));
        Comparable(stranger, "mallory@acme.example").ShouldBe(Comparable(wrong, "anna@acme.example"));

        static string Comparable(PortalReply reply, string email) =>
            reply.Body.Replace(reply.Token!, "", StringComparison.Ordinal).Replace(email, "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("anna@acme.example")]
    [InlineData("nobody@nowhere.example")]
    public async Task After_five_wrong_passwords_an_address_must_wait(string email)
    {
        using var browser = new PartnerBrowser(world.Address);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            (await browser.TrySignInAsync(email, "guess")).Status.ShouldBe(401);
        }

        var refused = await browser.TrySignInAsync(email, "acme-portal");
        refused.Status.ShouldBe(429);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(15));

        await world.WaitAsync(901);
        (await browser.TrySignInAsync(email, "acme-portal"))
            .Status.ShouldBe(email.StartsWith("anna", StringComparison.Ordinal) ? 303 : 401);
    }

    [Fact]
    public async Task The_sign_in_form_has_a_token_of_its_own()
    {
        using var browser = new PartnerBrowser(world.Address);
        await browser.GetAsync("/portal/sign-in");

        (await browser.SendWithAsync(null, "/portal/sign-in", ("email", "anna@acme.example"), ("password", "acme-portal")))
            .Status.ShouldBe(403);
        (await browser.SendWithAsync("forged", "/portal/sign-in", ("email", "anna@acme.example"), ("password", "acme-portal")))
            .Status.ShouldBe(403);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_for_the_server_too()
    {
        using var browser = await world.AnnaAsync();
        var cookie = browser.Cookies.Single(cookie => cookie.Name == "partner_session").Value;
        (await browser.SendAsync("/portal/", "/portal/sign-out")).Location.ShouldBe("/portal/sign-in");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/portal/documents");
        request.Headers.Add("Cookie", $"partner_session={cookie}");
        using var answer = await world.Http.SendAsync(request);
        answer.Headers.Location!.OriginalString.ShouldStartWith("/portal/sign-in");
    }

    [Fact]
    public async Task A_session_ends_after_eight_hours_and_survives_a_restart_before()
    {
        using var browser = await world.AnnaAsync();
        var cookie = browser.Cookies.Single(cookie => cookie.Name == "partner_session").Value;
        await world.RestartAsync();
        (await StatusAsync()).ShouldBe(200);

        await world.WaitAsync((8 * 3600) + 1);
        (await StatusAsync()).ShouldBe(303);

        async Task<int> StatusAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/portal/documents");
            request.Headers.Add("Cookie", $"partner_session={cookie}");
            using var answer = await world.Http.SendAsync(request);
            return (int)answer.StatusCode;
        }
    }

    [Theory]
    [InlineData("/portal/cases?done=case", "/portal/cases?done=case")]
    [InlineData("https://evil.example/", "/portal/")]
    [InlineData("//evil.example/", "/portal/")]
    [InlineData("/portal/\\evil.example", "/portal/")]
    public async Task After_signing_in_one_is_back_where_one_wanted_but_never_elsewhere(string wanted, string reached)
    {
        using var browser = new PartnerBrowser(world.Address);

        (await browser.TrySignInAsync("anna@acme.example", "acme-portal", $"?return={Uri.EscapeDataString(wanted)}"))
            .Location.ShouldBe(reached);
    }

    [Fact]
    public async Task A_suspended_company_is_out_at_once()
    {
        using var browser = await world.AnnaAsync();
        var etag = (await world.Desk.GetAsync("/partners/acme")).ETag;
        (await world.Desk.PatchAsync("/partners/acme", new { status = "suspended" }, etag)).Is(200);

        (await browser.GetAsync("/portal/documents")).Status.ShouldBe(303);
        (await browser.TrySignInAsync("anna@acme.example", "acme-portal")).Status.ShouldBe(401);
    }
}
