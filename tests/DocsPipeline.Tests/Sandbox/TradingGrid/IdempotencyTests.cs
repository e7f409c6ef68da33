using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class IdempotencyTests(GridWorld world) : IClassFixture<GridWorld>
{
    private static object Case(string subject) => new { partnerId = "acme", category = "other", severity = 3, subject, description = "d" };

    [Fact]
    public async Task A_POST_without_a_key_is_refused()
    {
        (await world.Desk.SendAsync("POST", "/cases", JsonContent.Create(Case("no key")))).Is(400, "idempotency_key_missing");
        (await world.Desk.PostAsync("/cases", Case("long key"), new string('k', 256))).Is(400, "idempotency_key_invalid");
    }

    [Fact]
    public async Task A_repeated_request_is_answered_again_and_has_one_effect()
    {
        var first = (await world.Desk.PostAsync("/cases", Case("once"), "once")).Is(201);
        var second = (await world.Desk.PostAsync("/cases", Case("once"), "once")).Is(201);

        (first.Replayed, second.Replayed).ShouldBe((false, true));
        second.Id.ShouldBe(first.Id);
        second.ETag.ShouldBe(first.ETag);
        (await world.Desk.AllAsync("/cases")).Count(about => about.GetProperty("subject").GetString() == "once").ShouldBe(1);
    }

    [Fact]
    public async Task A_key_belongs_to_one_request_of_one_client()
    {
        var opened = (await world.Desk.PostAsync("/cases", Case("mine"), "mine")).Is(201);

        (await world.Desk.PostAsync("/cases", Case("other"), "mine")).Is(422, "idempotency_mismatch");
        (await world.Pipeline.PostAsync($"/cases/{opened.Id}/comments", new { body = "b" }, "mine")).Is(201).Replayed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_refused_request_leaves_its_key_free()
    {
        (await world.Desk.PostAsync("/cases", new { partnerId = "acme" }, "second try")).Is(422);
        (await world.Desk.PostAsync("/cases", Case("second try"), "second try")).Is(201).Replayed.ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_is_replayed_after_a_restart()
    {
        var first = (await world.Desk.PostAsync("/cases", Case("restart"), "restart")).Is(201);
        await world.RestartAsync();

        var second = (await world.Desk.PostAsync("/cases", Case("restart"), "restart")).Is(201);
        (second.Id, second.Replayed).ShouldBe((first.Id, true));
    }

    [Fact]
    public async Task A_key_in_flight_is_a_conflict()
    {
        var token = (await TokenAsync()).ToString();
        using var slow = new TcpClient("127.0.0.1", world.Address.Port);
        var stream = slow.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {GridCaller.Community}/cases HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: slow\r\n"
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n"));

        var caller = new GridCaller(world.Http, token);
        GridReply refused;
        do
        {
            refused = await caller.PostAsync("/cases", new { }, "slow");
        }
        while (refused.Status == 422);

        refused.Is(409, "idempotency_in_flight");
    }

    private async Task<string> TokenAsync()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials", ["client_id"] = "service-desk", ["client_secret"] = "sandbox-desk-secret",
        });
        using var answer = await world.Http.PostAsync("/otdsws/oauth2/token", form);
        return (await answer.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
