using System.Net;
using System.Text;
using Build.Environments;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Systems;
using DocsPipeline.Systems.GitHub;
using DocsPipeline.Systems.Http;
using DocsPipeline.Tests.Systems.Http;

namespace DocsPipeline.Tests.Systems.GitHub;

/// <summary>github.com, Enterprise Server, data residency: each has its address, and it is the one that the settings name.</summary>
public sealed class GitHubAddressTests
{
    [Theory]
    [InlineData("https://api.github.com", "https://github.com", "https://api.github.com")]
    [InlineData("https://ghe.example/api/v3", "https://ghe.example", "https://ghe.example/api/v3")]
    [InlineData("https://ghe.example/api/v3/", "https://ghe.example/", "https://ghe.example/api/v3")]
    [InlineData("https://ghe.example:84/api/v3", "https://ghe.example:84", "https://ghe.example:84/api/v3")]
    [InlineData("https://api.halden.ghe.com", "https://halden.ghe.com", "https://api.halden.ghe.com")]
    public async Task The_settings_name_where_requests_go(string api, string git, string root)
    {
        var settings = PipelineSettingsReader.Read([.. Checkout.Files.Select(file => Readdressed(file, api, git))]);
        var connection = Connections.FromEnvironment(settings.Repository, settings.Environments["production"], variable => variable).GitHub;
        connection.GitUrl.AbsoluteUri.ShouldBe($"{git.TrimEnd('/')}/halden/partner-docs.git");

        (await Ask(connection)).RequestUri!.GetLeftPart(UriPartial.Path).ShouldBe($"{root}/repos/halden/partner-docs/issues");
    }

    [Fact]
    public async Task The_sandbox_is_at_its_own_address() =>
        (await Ask(SandboxConnections.At(new Uri("http://127.0.0.1:8088")).GitHub)).RequestUri!.GetLeftPart(UriPartial.Path)
            .ShouldBe("http://127.0.0.1:8088/api/v3/repos/halden/partner-docs/issues");

    [Fact]
    public async Task Every_request_says_who_asks_what_version_and_with_which_token()
    {
        var asked = await Ask(SandboxConnections.At(new Uri("http://127.0.0.1:8088")).GitHub);

        asked.Headers.GetValues("X-GitHub-Api-Version").ShouldBe(["2022-11-28"]);
        asked.Headers.Accept.ToString().ShouldBe("application/vnd.github+json");
        asked.Headers.UserAgent.ToString().ShouldStartWith("DocsPipeline");
        asked.Headers.Authorization!.ToString().ShouldBe("Bearer sandbox-bot-token");
    }

    private static ContentFile Readdressed(ContentFile file, string api, string git)
    {
        var text = Encoding.UTF8.GetString(file.Bytes.Span)
            .Replace("https://api.github.example", api, StringComparison.Ordinal)
            .Replace("https://github.example", git, StringComparison.Ordinal);
        return file.Path == PipelineSettings.Path ? file with { Bytes = Encoding.UTF8.GetBytes(text) } : file;
    }

    private static async Task<HttpRequestMessage> Ask(GitHubConnection connection)
    {
        HttpRequestMessage? asked = null;
        using var network = new LossyNetwork
        {
            Replaces = request =>
            {
                asked = request;
                return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("[]", Encoding.UTF8, "application/json") };
            },
        };
        using var github = new GitHubClient(connection, new Transport { Handler = network });
        (await github.ListIssuesAsync(default)).ShouldBeEmpty();
        return asked!;
    }
}
