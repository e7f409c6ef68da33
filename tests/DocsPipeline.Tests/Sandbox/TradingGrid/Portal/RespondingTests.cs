using System.Text.Json;

namespace DocsPipeline.Tests.Sandbox.TradingGrid.Portal;

public sealed class RespondingTests : IAsyncLifetime
{
    private readonly GridWorld world = new();
    private PartnerBrowser anna = null!;

    public async Task InitializeAsync()
    {
        await world.InitializeAsync();
        anna = await world.AnnaAsync();
    }

    public async Task DisposeAsync()
    {
        anna.Dispose();
        await world.DisposeAsync();
    }

    [Fact]
    public async Task A_notice_stands_on_top_until_it_is_confirmed_once()
    {
        await world.PublishAsync(
            "rollover", GridWorld.Draft("Certificate rollover", fields: [("kind", "notice"), ("acknowledgementRequired", true)]));
        (await anna.GetAsync("/portal/")).Body.ShouldContain("Please read and confirm");

        for (var time = 0; time < 2; time++)
        {
            (await anna.SendAsync("/portal/documents/rollover", "/portal/documents/rollover/acknowledge", ("revision", "1")))
                .Location.ShouldBe("/portal/documents/rollover?done=acknowledged");
        }

        (await anna.GetAsync("/portal/")).Body.ShouldNotContain("Please read and confirm");
        (await world.Pipeline.AllAsync("/acknowledgements?document=rollover&partner=acme"))
            .Single()
            .GetProperty("revision")
            .GetInt32()
            .ShouldBe(1);
        var happened = (await world.Pipeline.AllAsync("/events"))[^1];
        happened.GetProperty("type").GetString().ShouldBe("document.acknowledged");
        (await world.Pipeline.GetAsync($"/acknowledgements/{happened.GetProperty("detail").GetProperty("acknowledgementId").GetString()}"))
            .Is(200)["user"]
            .GetProperty("email")
            .GetString()
            .ShouldBe("anna@acme.example");
    }

    [Fact]
    public async Task A_new_revision_has_to_be_read_before_it_is_confirmed()
    {
        await world.PublishAsync("moving", GridWorld.Draft("Moving", "<p>1</p>", ("acknowledgementRequired", true)));
        await world.PublishAsync("moving", GridWorld.Draft("Moving", "<p>2</p>", ("acknowledgementRequired", true)));

        (await anna.SendAsync("/portal/documents/moving", "/portal/documents/moving/acknowledge", ("revision", "1"))).Status.ShouldBe(409);
        (await world.Pipeline.AllAsync("/acknowledgements")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_asks_for_no_confirmation_takes_none()
    {
        await world.PublishForAsync("acme", "plain");

        (await anna.SendAsync("/portal/documents/plain", "/portal/documents/plain/acknowledge", ("revision", "1"))).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Feedback_is_given_once_for_a_revision()
    {
        await world.PublishForAsync("acme", "rated");
        await anna.SendAsync(
            "/portal/documents/rated", "/portal/documents/rated/feedback", ("revision", "1"), ("helpful", "no"),
            ("comment", "@mara-lind, which port?"));
        await anna.SendAsync(
            "/portal/documents/rated", "/portal/documents/rated/feedback", ("revision", "1"), ("helpful", "yes"), ("comment", ""));

        var feedback = (await world.Pipeline.AllAsync("/feedback?document=rated")).Single();
        feedback.GetProperty("helpful").GetBoolean().ShouldBeFalse();
        feedback.GetProperty("comment").GetString().ShouldBe("@mara-lind, which port?");
        (await anna.GetAsync("/portal/documents/rated")).Body.ShouldContain("You said: this was not helpful.");
        (await world.Pipeline.GetAsync($"/feedback/{feedback.GetProperty("id").GetString()}")).Is(200);
        (await world.Pipeline.PutAsync($"/feedback/{feedback.GetProperty("id").GetString()}/external-refs/github", new { id = "5" }))
            .Is(200);
    }

    [Fact]
    public async Task A_case_carries_the_transaction_the_file_and_the_reporter()
    {
        var sent = await anna.UploadAsync(
            "/portal/cases/new", "/portal/cases", @"C:\logs\997.edi", "ST*997*0001~",
            ("subject", "ASN rejected"), ("category", "transaction-rejected"), ("severity", "2"), ("environment", "production"),
            ("description", "AK5*R"),
            ("standard", "X12"), ("set", "856"), ("version", "004010"), ("interchange", "000000451"), ("ack", "R"),
            ("document-number", "4500012345"));
        sent.Status.ShouldBe(303);

        var about = (await world.Pipeline.AllAsync("/cases")).Single();
        about.GetProperty("transactionRef").GetProperty("interchangeControlNumber").GetString().ShouldBe("000000451");
        about.GetProperty("attachments")[0].GetProperty("fileName").GetString().ShouldBe("997.edi");
        about.GetProperty("reporter").GetProperty("name").GetString().ShouldBe("Anna Adler");
        var due = about.GetProperty("slaDueAt").GetDateTimeOffset() - about.GetProperty("createdAt").GetDateTimeOffset();
        due.ShouldBe(TimeSpan.FromHours(8), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task An_incomplete_form_comes_back_as_it_was_with_what_is_missing()
    {
        var again = await anna.SendAsync(
            "/portal/cases/new", "/portal/cases", ("subject", "Kept <text>"), ("category", "nonsense"), ("environment", "production"));

        again.Status.ShouldBe(422);
        again.Body.ShouldContain("value=\"Kept &lt;text&gt;\"");
        again.Body.ShouldContain("aria-invalid=\"true\"");
        again.Body.ShouldContain("Please describe what happened.");
        (await world.Pipeline.AllAsync("/cases")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_partner_sees_partner_comments_and_the_summary_but_nothing_internal()
    {
        var number = await anna.RaiseCaseAsync("Visible");
        var id = (await world.Desk.AllAsync("/cases")).Single().GetProperty("id").GetString();
        (await world.Desk.PostAsync($"/cases/{id}/comments", new { body = "internal thought" })).Is(201);
        (await world.Desk.PostAsync($"/cases/{id}/comments", new { body = "We look into it.", visibility = "partner" })).Is(201);
        (
            await world.Desk.PostAsync(
                $"/cases/{id}/resolve",
                new
                {
                    rootCauseCategory = "sponsor-map",
                    rootCause = "our own mistake",
                    steps = new[] { "secret step" },
                    partnerSummary = "It works again.",
                })).Is(200);

        var page = (await anna.GetAsync($"/portal/cases/{number}")).Body;
        page.ShouldContain("We look into it.");
        page.ShouldContain("It works again.");
        foreach (var inside in new[] { "internal thought", "our own mistake", "secret step", "sponsor-map" })
        {
            page.ShouldNotContain(inside);
        }
    }

    [Fact]
    public async Task A_partner_adds_comments_and_files_to_its_case()
    {
        var number = await anna.RaiseCaseAsync("Talk");
        (
            await anna.UploadAsync(
                $"/portal/cases/{number}", $"/portal/cases/{number}/comments", "log.txt", "a log",
                ("body", "Here is the log."))).Status.ShouldBe(303);
        (await anna.GetAsync($"/portal/cases/{number}")).Body.ShouldContain("being checked");
        await world.WaitAsync(2);

        (await anna.GetAsync($"/portal/cases/{number}")).Body.ShouldContain("log.txt</a>");
        (await anna.GetAsync($"/portal/cases/{number}/files/{GridWorld.Sha256("a log")}/log.txt")).Body.ShouldBe("a log");
        (await world.Pipeline.EventTypesAsync()).ShouldBe(["case.created", "case.comment_added", "case.attachment_added"]);
        var comment = (await world.Pipeline.AllAsync("/cases")).Single().GetProperty("comments")[0];
        (comment.GetProperty("visibility").GetString(), comment.GetProperty("author").GetProperty("type").GetString())
            .ShouldBe(("partner", "partner-user"));
    }

    [Fact]
    public async Task A_test_result_follows_the_plan_of_the_document()
    {
        await world.PublishAsync("asn-tests", GridWorld.Draft("ASN tests", fields: [
            ("kind", "test-instructions"),
            (
                "testPlan",
                new
                {
                    planId = "asn-certification",
                    testCases = new[] { new { id = "TC-856-01", title = "One carton" }, new { id = "TC-856-02", title = "Many" } },
                })]));
        await anna.SendAsync(
            "/portal/test-results/new?document=asn-tests", "/portal/test-results",
            ("document", "asn-tests"), ("status-0", "passed"), ("ack-0", "A"), ("status-1", "failed"), ("ack-1", "R"),
            ("errors-1", "AK4*2*87*1\r\n\r\nAK5*R"), ("evidence-1", "ISA13 7"));

        var run = (await world.Pipeline.AllAsync("/test-runs?partner=acme&planId=asn-certification")).Single();
        run.GetProperty("outcome").GetString().ShouldBe("failed");
        run.GetProperty("results")[1]
            .GetProperty("errors")
            .EnumerateArray()
            .Select(error => error.GetString())
            .ShouldBe(["AK4*2*87*1", "AK5*R"]);
        (await anna.GetAsync($"/portal/test-results/{run.GetProperty("number").GetString()}")).Body.ShouldContain("TC-856-02");
        (await world.Pipeline.EventTypesAsync())[^1].ShouldBe("testrun.recorded");
    }

    [Fact]
    public async Task Test_instructions_without_a_plan_take_free_rows()
    {
        await world.PublishAsync("free-tests", GridWorld.Draft("Free tests", fields: ("kind", "test-instructions")));
        (
            await anna.SendAsync(
                "/portal/test-results/new?document=free-tests", "/portal/test-results", ("document", "free-tests"), ("case-0", "bad id!"),
                ("status-0", "passed"))).Status.ShouldBe(422);
        (await anna.SendAsync("/portal/test-results/new?document=free-tests", "/portal/test-results", ("document", "free-tests")))
            .Status.ShouldBe(422);
        (
            await anna.SendAsync(
                "/portal/test-results/new?document=free-tests", "/portal/test-results", ("document", "free-tests"), ("case-0", "TC-9"),
                ("status-0", "passed"))).Status.ShouldBe(303);

        Results(await world.Pipeline.AllAsync("/test-runs")).ShouldBe(["TC-9 passed"]);

        static IEnumerable<string> Results(List<JsonElement> runs) => runs.Single().GetProperty("results").EnumerateArray()
            .Select(result => $"{result.GetProperty("testCaseId").GetString()} {result.GetProperty("status").GetString()}");
    }
}
