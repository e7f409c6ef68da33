using System.Net;
using System.Text.Json;
using DocsPipeline.Sandbox;
using DocsPipeline.Tests.Sandbox.Confluence;

namespace DocsPipeline.Tests.Sandbox;

public sealed class SandboxHostTests : IAsyncLifetime
{
    private readonly RunningSandbox sandbox = new();

    public Task InitializeAsync() => sandbox.InitializeAsync();

    public Task DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task A_restart_keeps_everything_and_a_reset_brings_the_beginning_back()
    {
        var id = await ConfluenceCaller.Bot(sandbox).PageAsync("Survives a restart");
        await sandbox.RestartAsync();
        (await ConfluenceCaller.Bot(sandbox).GetAsync($"/wiki/api/v2/pages/{id}")).Status.ShouldBe(HttpStatusCode.OK);

        using var reset = await sandbox.Client.PostAsync("/_sandbox/reset", null);
        reset.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await ConfluenceCaller.Bot(sandbox).GetAsync($"/wiki/api/v2/pages/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ConfluenceCaller.Bot(sandbox).GetAsync("/wiki/api/v2/pages/98310")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Two_resets_give_the_same_ids_and_bodies()
    {
        var first = await ListAsync();
        using var reset = await sandbox.Client.PostAsync("/_sandbox/reset", null);
        (await ListAsync()).ShouldBe(first);

        async Task<string> ListAsync() =>
            (await ConfluenceCaller.Bot(sandbox).GetAsync("/wiki/api/v2/pages?limit=250&body-format=storage")).Text;
    }

    [Fact]
    public async Task Two_sandboxes_over_one_state_are_refused()
    {
        var options = new SandboxOptions { StateDirectory = sandbox.StateDirectory };
        (await Should.ThrowAsync<IOException>(SandboxHost.StartAsync(options))).Message.ShouldContain("another sandbox is up");

        await sandbox.RestartAsync();
        (await ConfluenceCaller.Bot(sandbox).GetAsync("/wiki/api/v2/pages/98310")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_address_stands_in_a_file_while_the_sandbox_is_up()
    {
        var file = Path.Combine(sandbox.StateDirectory, "sandbox.json");
        using (var record = JsonDocument.Parse(await File.ReadAllTextAsync(file)))
        {
            record.RootElement.GetProperty("address").GetString().ShouldBe(sandbox.Host.Address.ToString());
            record.RootElement.GetProperty("pid").GetInt32().ShouldBe(Environment.ProcessId);
        }

        await sandbox.Host.DisposeAsync();
        File.Exists(file).ShouldBeFalse();
    }

    [Theory]
    [InlineData("attacker.example", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "http://attacker.example", HttpStatusCode.Forbidden)]
    [InlineData(null, null, HttpStatusCode.OK)]
    public async Task A_foreign_page_cannot_reset_the_sandbox(string? host, string? origin, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_sandbox/reset");
        request.Headers.Host = host;
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await sandbox.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(status);
    }

    [Fact]
    public async Task Localhost_reaches_it_too()
    {
        var address = new UriBuilder(sandbox.Host.Address) { Host = "localhost" }.Uri;
        using var answer = await sandbox.Client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("sandbox-confluence-token");
    }

    [Theory]
    [InlineData("--port 80 --reset", 80, true)]
    [InlineData("", 8088, false)]
    public void The_command_line_of_its_own_program_is_understood(string line, int port, bool reset)
    {
        var options = CommandLine.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries))!;
        options.Port.ShouldBe(port);
        options.Reset.ShouldBe(reset);
    }

    [Theory]
    [InlineData("--port")]
    [InlineData("--port http")]
    [InlineData("--port 70000")]
    [InlineData("--prot 80")]
    [InlineData("now")]
    public void A_wrong_command_line_is_not(string line) => CommandLine.Parse(line.Split(' ')).ShouldBeNull();
}
