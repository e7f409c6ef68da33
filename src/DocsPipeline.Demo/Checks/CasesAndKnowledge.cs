using System.Runtime.CompilerServices;
using DocsPipeline.Demo.Scenarios;

namespace DocsPipeline.Demo.Checks;

internal sealed class CasesAndKnowledge() : FlowChecks(2, "Cases and knowledge", "support")
{
    public override IReadOnlyList<string> Imports => ["case"];

    public override async IAsyncEnumerable<CheckResult> CheckAsync(
        DemoFixture fixture, ImportedItems imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await Reads(fixture.Anna, "asn-rejected-man-segment-missing", "MAN", cancellation);
        var issue = await imported.IssueAsync("case.created", cancellation);
        var state = issue?.GetProperty("state").GetString();
        yield return new("GitHub has an issue for the case, closed since it was resolved", state == "closed");
        var text = issue?.GetProperty("body").GetString() ?? "@mara-lind";
        yield return new("the issue mentions nobody, whatever the partner typed", !text.Contains("@mara-lind", StringComparison.Ordinal));
        var written = await imported.PageAsync("case.created", cancellation);
        yield return new("Confluence has the case with its root cause", written.Contains("drops MAN", StringComparison.Ordinal));
        var path = $"/portal/cases/{imported.NumberOf("case")}";
        var link = (await fixture.Anna.ReadAsync(path, cancellation))?.QuerySelector("a[href$='/asn-rejected-man-segment-missing']");
        yield return new("the case links the article that resolves it", link is not null);
        yield return new("Borealis Foods gets no hint that the case exists", await fixture.Bo.ReadAsync(path, cancellation) is null);
    }
}
