using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Flows.Publish.Comparing;
using DocsPipeline.Sync.Planning;

namespace DocsPipeline.Tests.Flows.Publish;

public sealed class GuardrailsTests
{
    private static GuardrailSettings Settings => new(new Share(10), 25, new Share(50));

    [Theory]
    [InlineData(400, 25, 0, 0)]
    [InlineData(400, 26, 0, 1)]
    [InlineData(100, 10, 0, 0)]
    [InlineData(100, 11, 0, 1)]
    [InlineData(0, 1, 1, 0)]
    [InlineData(0, 2, 2, 2)]
    [InlineData(3, 0, 1, 0)]
    [InlineData(3, 0, 2, 1)]
    public void A_share_of_the_live_documents_and_never_less_than_one_may_change(int live, int archived, int updated, int refusals) =>
        Guardrails.Check("c", [.. Changes(ChangeAction.Archive, archived), .. Changes(ChangeAction.Update, updated)], live, Settings)
            .Count().ShouldBe(refusals);

    [Fact]
    public void What_is_created_recorded_or_left_alone_is_not_counted() => Guardrails.Check(
        "c",
        [.. Changes(ChangeAction.Create, 9), .. Changes(ChangeAction.Record, 9), .. Changes(ChangeAction.Unchanged, 9)], 1, Settings)
        .ShouldBeEmpty();

    [Fact]
    public void A_case_that_gets_two_links_is_one_case()
    {
        CaseLink[] two = [new("c", "1", "TG-1", "a"), new("c", "1", "TG-1", "b")];

        Guardrails.CheckLinks("c", two, 2, Settings).ShouldBeEmpty();
        Guardrails.CheckLinks("c", [.. two, new CaseLink("c", "2", "TG-2", "a")], 2, Settings).Count().ShouldBe(1);
    }

    [Fact]
    public void A_refusal_says_how_much_and_how_much_is_allowed() =>
        string.Join('\n', Refusals().Select(refusal => $"{refusal}\n  help: {refusal.Help}")).ShouldMatchSnapshot();

    private static IEnumerable<Diagnostic> Refusals()
    {
        var changes = Changes(ChangeAction.Archive, 3).Concat(Changes(ChangeAction.Update, 11)).ToList();
        var links = Enumerable.Range(0, 4).Select(number => new CaseLink("halden-suppliers", $"{number}", $"TG-{number}", "a")).ToList();
        return Guardrails.Check("halden-suppliers", changes, 20, Settings)
            .Concat(Guardrails.CheckLinks("halden-suppliers", links, 6, Settings))
            .Concat(Guardrails.CheckPages(21, 40, Settings));
    }

    private static IEnumerable<Change> Changes(ChangeAction action, int count) =>
        Enumerable.Repeat(new Change(action, "c", "id", "title", ChangeReason.New), count);
}
