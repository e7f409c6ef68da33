using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Build.Story.Flows;

internal sealed partial class FrequentQuestions() : DemoFlow(5, "FAQ", "faq")
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
        yield return await Reads(world.Anna, "faq-how-do-i-correct-an-invoice", DemoStory.AnswersQuestion.Trim(), cancellation);
        yield return new("the answer from the pull request stands on the Confluence page, and nothing else of the page changed", await IsWrittenBack(world, cancellation));
        yield return new("GitHub has an issue for the feedback", (await imported.IssueAsync("feedback.created", cancellation))?.GetProperty("state").GetString() == "open");
        yield return new("the feedback stands on the article's Confluence page", (await imported.PageAsync("feedback.created", cancellation)).Contains("consolidated", StringComparison.Ordinal));
    }

    private static async Task<bool> IsWrittenBack(DemoWorld world, CancellationToken cancellation)
    {
        var page = (await world.Wera.PagesAsync(cancellation))["How do I correct an invoice?"];
        var now = await world.Wera.ReadAsync(page, cancellation);
        var before = await world.Wera.ReadAsync(page, cancellation, now.Version - 1);
        return now.Body.Contains(DemoStory.AnswersQuestion, StringComparison.Ordinal) && WithoutIds(now.Body.Replace(DemoStory.AnswersQuestion, "", StringComparison.Ordinal)) == WithoutIds(before.Body);
    }

    /// <summary>Confluence gives ids to what has none whenever a page is saved.</summary>
    private static string WithoutIds(string body) => LocalId().Replace(body, "");

    [GeneratedRegex(" (?:ac:)?local-id=\"[^\"]*\"")]
    private static partial Regex LocalId();
}
