using System.Runtime.CompilerServices;

namespace Build.Story.Flows;

internal sealed class CasesAndKnowledge() : DemoFlow(2, "Cases and knowledge", "support")
{
    public override IReadOnlyList<string> Imports => ["case"];

    public override async IAsyncEnumerable<FlowCheck> CheckAsync(DemoWorld world, ImportedThings imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await Reads(world.Anna, "asn-rejected-man-segment-missing", "MAN", cancellation);
        var issue = await imported.IssueAsync("case.created", cancellation);
        yield return new("GitHub has an issue for the case, closed since it was resolved", issue?.GetProperty("state").GetString() == "closed");
        yield return new("the issue mentions nobody, whatever the partner typed", !(issue?.GetProperty("body").GetString() ?? "@mara-lind").Contains("@mara-lind", StringComparison.Ordinal));
        yield return new("Confluence has the case with its root cause", (await imported.PageAsync("case.created", cancellation)).Contains("drops MAN", StringComparison.Ordinal));
        var page = await world.Anna.ReadAsync($"/portal/cases/{imported.NumberOf("case")}", cancellation);
        yield return new("the case links the article that resolves it", page?.QuerySelector("a[href$='/asn-rejected-man-segment-missing']") is not null);
        yield return new("Borealis Foods gets no hint that the case exists", await world.Bo.ReadAsync($"/portal/cases/{imported.NumberOf("case")}", cancellation) is null);
    }
}
