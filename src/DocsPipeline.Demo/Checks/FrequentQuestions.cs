using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DocsPipeline.Demo.Scenarios;

namespace DocsPipeline.Demo.Checks;

internal sealed partial class FrequentQuestions() : FlowChecks(5, "FAQ", "faq")
{
    public override IReadOnlyList<string> Imports => ["feedback"];

    public override async IAsyncEnumerable<CheckResult> CheckAsync(
        DemoFixture fixture, ImportedItems imported, [EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return await Reads(fixture.Anna, "faq-how-do-i-correct-an-invoice", "credit", cancellation);
        foreach (var partner in fixture.Partners)
        {
            yield return await CannotFetch(partner, "faq-why-was-an-acknowledgement-late", cancellation);
        }

        yield return await StaysInside(fixture, "blind spot on Sundays", cancellation);
        yield return await Reads(fixture.Anna, "faq-how-do-i-correct-an-invoice", DemoScenario.AnswersQuestion.Trim(), cancellation);
        yield return new(
            "the answer from the pull request stands on the Confluence page, and nothing else of the page changed",
            await IsWrittenBack(fixture, cancellation));
        var state = (await imported.IssueAsync("feedback.created", cancellation))?.GetProperty("state").GetString();
        yield return new("GitHub has an issue for the feedback", state == "open");
        var page = await imported.PageAsync("feedback.created", cancellation);
        yield return new("the feedback stands on the article's Confluence page", page.Contains("consolidated", StringComparison.Ordinal));
    }

    private static async Task<bool> IsWrittenBack(DemoFixture fixture, CancellationToken cancellation)
    {
        var page = (await fixture.Wera.PagesAsync(cancellation))["How do I correct an invoice?"];
        var now = await fixture.Wera.ReadAsync(page, cancellation);
        var before = await fixture.Wera.ReadAsync(page, cancellation, now.Version - 1);
        var withoutAnswer = now.Body.Replace(DemoScenario.AnswersQuestion, "", StringComparison.Ordinal);
        return withoutAnswer.Length < now.Body.Length && WithoutIds(withoutAnswer) == WithoutIds(before.Body);
    }

    /// <summary>Confluence gives ids to what has none whenever a page is saved.</summary>
    private static string WithoutIds(string body) => LocalId().Replace(body, "");

    [GeneratedRegex(" (?:ac:)?local-id=\"[^\"]*\"")]
    private static partial Regex LocalId();
}
