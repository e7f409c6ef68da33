using System.Runtime.CompilerServices;
using DocsPipeline.Demo.Scenarios;

namespace DocsPipeline.Demo.Checks;

internal sealed class IntegrationTesting() : FlowChecks(7, "Integration testing", "testing")
{
    public override IReadOnlyList<string> Imports => ["testrun", "question"];

    public override async IAsyncEnumerable<CheckResult> CheckAsync(
        DemoFixture fixture, ImportedItems imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await Reads(fixture.Bo, "supplier-test-instructions", "TC-CONN-01", cancellation);
        foreach (var inside in new[] { "supplier-test-plan", "supplier-certification-criteria", "supplier-defect-log" })
        {
            yield return await CannotFetch(fixture.Bo, inside, cancellation);
        }

        var state = (await imported.IssueAsync("testrun.recorded", cancellation))?.GetProperty("state").GetString();
        yield return new("GitHub has an issue for the failed test run", state == "open");
        yield return new("GitHub has an issue for the question", await imported.IssueAsync("question.created", cancellation) is not null);
        var log = await imported.PageAsync("testrun.recorded", cancellation);
        var (run, question) = (imported.NumberOf("testrun"), imported.NumberOf("question"));
        yield return new("the defect log has a row for the test run", log.Contains(run, StringComparison.Ordinal));
        yield return new("the defect log has a row for the question", log.Contains(question, StringComparison.Ordinal));
    }
}
