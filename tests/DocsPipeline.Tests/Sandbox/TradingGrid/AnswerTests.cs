namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class AnswerTests(GridWorld world) : IClassFixture<GridWorld>
{
    private static readonly object Plan = new
    {
        planId = "asn-certification",
        testCases = new[]
        {
            new { id = "TC-1", title = "One carton", mandatory = true },
            new { id = "TC-2", title = "Cancelled", mandatory = false },
        },
    };

    [Theory]
    [InlineData("TC-1 passed", "passed")]
    [InlineData("TC-1 passed,TC-2 failed", "failed")]
    [InlineData("TC-1 blocked", "incomplete")]
    [InlineData("TC-2 passed", "incomplete")]
    public async Task The_outcome_of_a_run_is_computed(string results, string outcome)
    {
        await world.PublishAsync("asn-tests", GridWorld.Draft("ASN tests", fields: ("testPlan", Plan)));

        (await RecordAsync(results)).Is(201).Text("outcome").ShouldBe(outcome);
    }

    [Fact]
    public async Task Only_a_passed_run_is_certified()
    {
        await world.PublishAsync("asn-tests", GridWorld.Draft("ASN tests", fields: ("testPlan", Plan)));
        var failed = (await RecordAsync("TC-1 failed")).Is(201);
        var passed = (await RecordAsync("TC-1 passed")).Is(201);

        (await world.Desk.PostAsync($"/test-runs/{failed.Id}/certify", new { validUntil = "2027-12-31" })).Is(409, "run_has_not_passed");
        (await world.Desk.PostAsync($"/test-runs/{passed.Id}/certify", new { validUntil = "2027-12-31" }))
            .Is(200)["certification"]
            .GetProperty("validUntil")
            .GetString()
            .ShouldBe("2027-12-31");
        (await world.Pipeline.PutAsync($"/test-runs/{passed.Id}/external-refs/github", new { id = "7" })).Is(200);
    }

    [Fact]
    public async Task A_test_case_has_one_result() =>
        (await RecordAsync("TC-1 passed,TC-1 failed")).Is(422).Pointers.ShouldBe(["/results/1/testCaseId duplicate"]);

    [Fact]
    public async Task A_question_is_answered_once_and_the_partner_reads_the_answer()
    {
        using var anna = await world.AnnaAsync();
        (await anna.SendAsync("/portal/questions/new", "/portal/questions", ("body", "Is the MDN signed?"))).Status.ShouldBe(303);
        var question = (await world.Pipeline.AllAsync("/questions?answered=false&partner=acme")).Single();
        var path = $"/questions/{question.GetProperty("id").GetString()}";

        (await world.Pipeline.PostAsync($"{path}/answer", new { body = "Yes.", document = "no-such-document" })).Is(422);
        (await world.Pipeline.PostAsync($"{path}/answer", new { body = "Yes, always." })).Is(200);
        (await world.Pipeline.PostAsync($"{path}/answer", new { body = "No." })).Is(409, "question_is_answered");
        (await world.Pipeline.PutAsync($"{path}/external-refs/github", new { id = "8" })).Is(200);

        (await anna.GetAsync("/portal/questions")).Body.ShouldContain("Yes, always.");
        (await world.Pipeline.AllAsync("/questions?answered=false")).ShouldBeEmpty();
    }

    private Task<GridReply> RecordAsync(string results) => world.Desk.PostAsync("/test-runs", new
    {
        partnerId = "acme",
        planId = "asn-certification",
        document = (string?)"asn-tests",
        results = results.Split(',').Select(result => new { testCaseId = result.Split(' ')[0], status = result.Split(' ')[1] }),
    });
}
