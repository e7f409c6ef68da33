using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class WebhookTests : IAsyncLifetime
{
    private static readonly byte[] Old = RandomNumberGenerator.GetBytes(32);
    private static readonly byte[] New = RandomNumberGenerator.GetBytes(32);

    private readonly GridWorld world = new();

    public Task InitializeAsync() => world.InitializeAsync();

    public Task DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task An_event_wakes_the_receiver_up_with_a_signature_for_each_secret()
    {
        using var receiver = Receiver.Start();
        await ConfigureAsync(receiver);
        await world.PublishForAsync("acme", "wake-up");
        var (headers, body) = await receiver.NextAsync(200);

        var signed = Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}");
        headers["webhook-signature"].ShouldBe(
            $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Old, signed))} v1,{Convert.ToBase64String(HMACSHA256.HashData(New, signed))}");
        var data = JsonSerializer.Deserialize<JsonElement>(body).GetProperty("data");
        data.GetProperty("id").GetString().ShouldBe(headers["webhook-id"]);
        ContractSchema
            .Faults(Contract.Root["components"]!["schemas"]!["WebhookBody"]!, JsonSerializer.Deserialize<JsonElement>(body), "")
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_delivery_comes_again_under_the_same_id_and_410_ends_it()
    {
        using var receiver = Receiver.Start();
        await ConfigureAsync(receiver);
        await world.PublishForAsync("acme", "retried");
        var (first, _) = await receiver.NextAsync(500);
        var (second, _) = await receiver.NextAsync(410);
        second["webhook-id"].ShouldBe(first["webhook-id"]);

        for (var attempt = 0; attempt < 50 && await CapableAsync(); attempt++)
        {
            await Task.Delay(100);
        }

        (await CapableAsync()).ShouldBeFalse("410 ends the subscription");
    }

    [Theory]
    [InlineData("http://192.0.2.1/hook", "whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz")]
    [InlineData("http://127.0.0.1:1/hook", "whsec_c2hvcnQ=")]
    [InlineData("http://127.0.0.1:1/hook", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIz")]
    public async Task Only_this_machine_and_only_real_secrets_are_accepted(string url, string secret)
    {
        using var answer = await world.Http.PatchAsJsonAsync(
            "/_sandbox/trading-grid/settings", new { webhooks = new[] { new { url, secrets = new[] { secret } } } });

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task ConfigureAsync(Receiver receiver) => world.SwitchAsync(new
    {
        webhooks = new[]
        {
            new { url = receiver.Url, secrets = new[] { $"whsec_{Convert.ToBase64String(Old)}", $"whsec_{Convert.ToBase64String(New)}" } },
        },
    });

    private async Task<bool> CapableAsync() => (await world.Pipeline.GetAsync(""))["capabilities"].GetProperty("webhooks").GetBoolean();

    private sealed class Receiver : IDisposable
    {
        private readonly HttpListener listener = new();

        public required string Url { get; init; }

        public static Receiver Start()
        {
            using var probe = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            var url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
            probe.Stop();
            var receiver = new Receiver { Url = url };
            receiver.listener.Prefixes.Add(url);
            receiver.listener.Start();
            return receiver;
        }

        public async Task<(Dictionary<string, string> Headers, string Body)> NextAsync(int status)
        {
            var context = await listener.GetContextAsync().WaitAsync(TimeSpan.FromSeconds(20));
            using var reader = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            var headers = context.Request.Headers.AllKeys.ToDictionary(
                name => name!.ToLowerInvariant(), name => context.Request.Headers[name]!);
            context.Response.StatusCode = status;
            context.Response.Close();
            return (headers, body);
        }

        public void Dispose() => listener.Close();
    }
}
