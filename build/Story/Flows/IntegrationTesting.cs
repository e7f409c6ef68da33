using System.Runtime.CompilerServices;

namespace Build.Story.Flows;

internal sealed class IntegrationTesting() : DemoFlow(7, "Integration testing", "testing")
{
    public override IReadOnlyList<string> Imports => ["testrun", "question"];

    public override async IAsyncEnumerable<FlowCheck> CheckAsync(DemoWorld world, ImportedThings imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await Reads(world.Bo, "supplier-test-instructions", "TC-CONN-01", cancellation);
        foreach (var inside in new[] { "supplier-test-plan", "supplier-certification-criteria", "supplier-defect-log" })
        {
            yield return await CannotFetch(world.Bo, inside, cancellation);
        }

        yield return new("GitHub has an issue for the failed test run", (await imported.IssueAsync("testrun.recorded", cancellation))?.GetProperty("state").GetString() == "open");
        yield return new("GitHub has an issue for the question", await imported.IssueAsync("question.created", cancellation) is not null);
        var log = await imported.PageAsync("testrun.recorded", cancellation);
        yield return new("the defect log has a row for the test run", log.Contains(imported.NumberOf("testrun"), StringComparison.Ordinal));
        yield return new("the defect log has a row for the question", log.Contains(imported.NumberOf("question"), StringComparison.Ordinal));
    }
}
