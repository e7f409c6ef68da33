namespace DocsPipeline.Tests.Sandbox.TradingGrid.Portal;

public sealed class FormTokenTests(GridWorld world) : IClassFixture<GridWorld>
{
    [Theory]
    [InlineData("/portal/cases")]
    [InlineData("/portal/questions")]
    [InlineData("/portal/test-results")]
    [InlineData("/portal/documents/token-doc/acknowledge")]
    [InlineData("/portal/documents/token-doc/feedback")]
    [InlineData("/portal/cases/TG-1/comments")]
    public async Task A_form_without_the_token_of_the_session_changes_nothing(string action)
    {
        await world.PublishAsync("token-doc", GridWorld.Draft("Token", fields: ("acknowledgementRequired", true)));
        using var anna = await world.AnnaAsync();
        using var bo = await world.BoAsync();
        var foreign = (await bo.GetAsync("/portal/questions/new")).Token;
        var before = await world.Pipeline.EventTypesAsync();

        foreach (var token in new[] { null, "", "forged", foreign })
        {
            (await anna.SendWithAsync(
                token, action,
                ("body", "b"), ("revision", "1"), ("helpful", "yes"), ("subject", "s"), ("category", "other"), ("severity", "1"),
                ("environment", "test"), ("description", "d")))
                .Status.ShouldBe(403);
        }

        (await world.Pipeline.EventTypesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Signing_out_takes_the_token_too()
    {
        using var anna = await world.AnnaAsync();
        await anna.SendWithAsync("forged", "/portal/sign-out");

        (await anna.GetAsync("/portal/documents")).Status.ShouldBe(200);
    }
}
