using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DocsPipeline.Tests.Sandbox.Control;

public sealed class ClockTests : IAsyncLifetime
{
    private readonly RunningSandbox sandbox = new();

    public Task InitializeAsync() => sandbox.InitializeAsync();

    public Task DisposeAsync() => sandbox.DisposeAsync();

    [Fact]
    public async Task A_time_that_was_set_survives_a_restart()
    {
        await sandbox.Client.PostAsJsonAsync("/_sandbox/clock", new { now = "2031-04-05T06:07:08Z" });
        await sandbox.RestartAsync();

        (await NowAsync()).ShouldBe(DateTimeOffset.Parse("2031-04-05T06:07:08Z"), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Two_instructions_at_once_are_refused()
    {
        using var answer = await sandbox.Client.PostAsJsonAsync(
            "/_sandbox/clock", new { now = "2031-04-05T06:07:08Z", advanceSeconds = 5 });
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_reset_brings_the_machines_clock_back()
    {
        await sandbox.Client.PostAsJsonAsync("/_sandbox/clock", new { advanceSeconds = 86_400 });
        await sandbox.Client.PostAsync("/_sandbox/reset", null);

        (await NowAsync()).ShouldBe(TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    private async Task<DateTimeOffset> NowAsync() =>
        (await sandbox.Client.GetFromJsonAsync<JsonElement>("/_sandbox/clock")).GetProperty("now").GetDateTimeOffset();
}
