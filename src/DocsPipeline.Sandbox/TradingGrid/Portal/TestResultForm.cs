using DocsPipeline.Sandbox.TradingGrid.Answers;
using DocsPipeline.Sandbox.TradingGrid.Documents;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>Recording a test result, case by case where the document carries a plan, with free rows where it does not.</summary>
internal static class TestResultForm
{
    private const int FreeRows = 5;

    private static readonly (string, string)[] Statuses = [
        ("", "Not run"), ("passed", "Passed"), ("failed", "Failed"), ("blocked", "Blocked")];

    private static readonly (string, string)[] Acknowledgements = [
        ("", "None"), ("A", "A: accepted"), ("E", "E: with errors"), ("P", "P: partially"), ("R", "R: rejected")];

    public static PortalPage Render(Visit visit)
    {
        if (visit.Library.Find(visit.Query("document")) is { TakesResults: true } reading)
        {
            return Page(visit, reading, FormState.Empty);
        }

        var plans = visit.Library.All().Where(other => other.TakesResults && other.Document.State == "published").ToList();
        return new PortalPage("Record a test result", Html.Of($"""
            <p class="crumb"><a href="/portal/test-results">Test results</a></p>
            <h1>Record a test result</h1>
            {(plans.Count == 0 ? Html.Raw("<p class=\"empty\">There are no test documents for your company yet.</p>") : Html.Of($"""
                <p class="lead">Which tests did you run?</p>
                <ul class="rows">
                {Html.Each(plans, plan => Html.Of($"""
                    <li><a class="title" href="/portal/test-results/new?document={plan.Document.ExternalId}">{plan.Document.Title}</a>
                    <p class="meta">{PortalText.Kind(plan.Document.Kind)}</p></li>
                    """))}</ul>
                """))}
            """), visit) { Place = "/portal/test-results" };
    }

    public static IResult Send(Visit visit, IFormCollection form)
    {
        var plan = visit.Library.Get(form["document"].ToString()) is { TakesResults: true } reading ? reading : throw new PortalRefusal();
        var fields = new FormReading(form);
        var comment = fields.Optional("comment", 4000);
        var results = Rows(plan).Select((test, index) => Result(fields, test, index)).OfType<TestResult>().ToList();
        if (results.Count == 0)
        {
            fields.Wrong("status-0", "Please give the result of at least one test case.");
        }

        if (results.DistinctBy(result => result.TestCaseId).Count() < results.Count)
        {
            fields.Wrong("status-0", "Each test case can have one result only.");
        }

        if (!fields.Fits)
        {
            return Page(visit, plan, fields.State) with { Status = StatusCodes.Status422UnprocessableEntity };
        }

        var run = visit.Grid.Inbox.Record(
            visit.Community.Id,
            new TestRun
            {
                PlanId = plan.Draft.TestPlan?.PlanId ?? plan.Document.ExternalId,
                Document = plan.Document.ExternalId,
                Revision = plan.Revision.Number,
                PartnerId = visit.Partner.Id,
                Reporter = visit.User.Person(),
                Comment = comment,
                Results = results,
            },
            plan.Draft.TestPlan,
            visit.User.Actor());
        return new SeeOther($"/portal/test-results/{run.Number}?done=test-result");
    }

    private static TestResult? Result(FormReading form, TestCase? test, int index)
    {
        var status = form.Choice($"status-{index}", ["", "passed", "failed", "blocked"], "Please choose a result.");
        var id = test?.Id ?? form.Optional($"case-{index}", 40);
        if (status.Length == 0 || id is null)
        {
            if (status.Length > 0)
            {
                form.Wrong($"case-{index}", "Please name the test case.");
            }

            return null;
        }

        if (!DocumentShapes.TestCasePattern().IsMatch(id))
        {
            form.Wrong($"case-{index}", "A test case is named with letters, digits, dots, hyphens and underscores.");
        }

        var errors = (form.Optional($"errors-{index}", 4000) ?? "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (errors.Length > 50 || errors.Any(error => error.Length > 1000))
        {
            form.Wrong($"errors-{index}", "Please use at most 50 lines of at most 1000 characters.");
        }

        return new TestResult
        {
            TestCaseId = id,
            Status = status,
            AckStatus = form.Choice($"ack-{index}", ["", "A", "E", "P", "R"], "Please choose an acknowledgement.") is { Length: > 0 } ack
                ? ack
                : null,
            Errors = errors,
            Evidence = form.Optional($"evidence-{index}", 1000),
        };
    }

    private static IEnumerable<TestCase?> Rows(Reading plan) =>
        plan.Draft.TestPlan?.TestCases ?? Enumerable.Repeat<TestCase?>(null, FreeRows);

    private static PortalPage Page(Visit visit, Reading plan, FormState state) => new("Record a test result", Html.Of($"""
        <p class="crumb"><a href="/portal/test-results">Test results</a></p>
        <h1>Record a test result</h1>
        <p class="lead">For <a href="{plan.Path}">{plan.Document.Title}</a>.</p>
        {Forms.Problems(state)}
        <form class="sheet" method="post" action="/portal/test-results">{Forms.Token(visit)}
        <input type="hidden" name="document" value="{plan.Document.ExternalId}">
        {Html.Join(Rows(plan).Select((test, index) => Row(state, test, index)))}
        {Forms.Area(state, "comment", "Anything else?", longest: 4000, rows: 3)}
        <div class="actions"><button>Record</button><a href="/portal/test-results">Cancel</a></div>
        </form>
        """), visit) { Place = "/portal/test-results" };

    private static Html Row(FormState state, TestCase? test, int index) => Html.Of($"""
        <fieldset><legend>{(test is null ? $"Test case {index + 1}" : $"{test.Id} · {test.Title}")}</legend>
        {(test is null ? Html.Empty : Html.Of($"""
            <p class="hint">{(test.Transaction is null ? "" : $"Transaction {test.Transaction} · ")}
            {(test.Mandatory ? "mandatory" : "optional")}</p>
            """))}
        {(test is null ? Forms.Text(state, $"case-{index}", "Id of the test case", "As the instructions name it, for instance TC-856-03.",
          longest: 40) : Html.Empty)}
        <div class="pair">{Forms.Select(state, $"status-{index}", "Result", Statuses)}{Forms.Select(state, $"ack-{index}",
        "Acknowledgement", Acknowledgements)}</div>
        {Forms.Area(state, $"errors-{index}", "Errors", "One in each line, for instance AK4*2*87*1.", longest: 4000, rows: 2)}
        {Forms.Text(state, $"evidence-{index}", "Evidence", "For instance the control numbers.", longest: 1000)}
        </fieldset>
        """);
}
