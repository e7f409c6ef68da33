using System.Net;
using System.Net.Http.Headers;
using System.Text;
using DocsPipeline.Sandbox;
using DocsPipeline.Sandbox.TradingGrid.Portal;
using DocsPipeline.Sandbox.TradingGrid.Seeding;

namespace DocsPipeline.Tests.Sandbox;

public sealed class SeedAccountsTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    public static TheoryData<SeedAccount, string> WithABasicToken => new()
    {
        { SeedAccounts.ConfluenceBot, "wiki/rest/api/user/current" }, { SeedAccounts.ConfluenceWriter, "wiki/rest/api/user/current" },
    };

    public static TheoryData<SeedAccount, string> WithABearerToken => new()
    {
        { SeedAccounts.DataCenterBot, "dc/rest/api/user/current" }, { SeedAccounts.GitHubBot, "api/v3/user" },
        { SeedAccounts.GitHubMara, "api/v3/user" },
        { SeedAccounts.GitHubJonas, "api/v3/user" }, { SeedAccounts.GitHubWera, "api/v3/user" },
    };

    public static TheoryData<SeedAccount> WithAClientSecret => [SeedAccounts.TradingGridPipeline, SeedAccounts.TradingGridDesk];

    public static TheoryData<SeedAccount> WithAPassword => [SeedAccounts.PortalAnna, SeedAccounts.PortalBo, SeedAccounts.PortalCleo];

    [Theory, MemberData(nameof(WithABasicToken))]
    public async Task A_login_and_its_token_are_who_they_say(SeedAccount account, string path) =>
        await ShouldBe(account, path, new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{account.Login}:{account.Secret}"))));

    [Theory, MemberData(nameof(WithABearerToken))]
    public async Task A_token_alone_is_who_it_says(SeedAccount account, string path) =>
        await ShouldBe(account, path, new("Bearer", account.Secret));

    [Theory, MemberData(nameof(WithAClientSecret))]
    public async Task A_client_gets_a_token(SeedAccount account)
    {
        using var form = new FormUrlEncodedContent(
            [new("grant_type", "client_credentials"), new("client_id", account.Login), new("client_secret", account.Secret)]);
        using var answer = await sandbox.Client.PostAsync("otdsws/oauth2/token", form);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory, MemberData(nameof(WithAPassword))]
    public void A_password_is_the_one_that_was_hashed(SeedAccount account)
    {
        var user = PortalAccounts.All.Single(one => one.User.Email == account.Login).User;
        PasswordHash.Fits(account.Secret, user.PasswordHash).ShouldBeTrue();
    }

    private async Task ShouldBe(SeedAccount account, string path, AuthenticationHeaderValue authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = authorization;
        request.Headers.UserAgent.ParseAdd("tests");
        using var answer = await sandbox.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(account.Name);
    }
}
