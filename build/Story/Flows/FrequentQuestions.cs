using System.Runtime.CompilerServices;

namespace Build.Story.Flows;

internal sealed class FrequentQuestions() : DemoFlow(5, "FAQ", "faq")
{
    public override IReadOnlyList<string> Imports => ["feedback"];

    public override async IAsyncEnumerable<FlowCheck> CheckAsync(DemoWorld world, ImportedThings imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await Reads(world.Anna, "faq-how-do-i-correct-an-invoice", "credit", cancellation);
        foreach (var partner in world.Partners)
        {
            yield return await CannotFetch(partner, "faq-why-was-an-acknowledgement-late", cancellation);
        }

        yield return await StaysInside(world, "blind spot on Sundays", cancellation);
        yield return new("GitHub has an issue for the feedback", (await imported.IssueAsync("feedback.created", cancellation))?.GetProperty("state").GetString() == "open");
        yield return new("the feedback stands on the article's Confluence page", (await imported.PageAsync("feedback.created", cancellation)).Contains("consolidated", StringComparison.Ordinal));
    }
}
