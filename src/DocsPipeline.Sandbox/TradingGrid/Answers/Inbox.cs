using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Documents;
using DocsPipeline.Sandbox.TradingGrid.Events;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Answers;

/// <summary>Takes in what partners send back.</summary>
internal sealed class Inbox(GridStore store, EventFeed feed)
{
    public Question Ask(string community, Question wanted, Actor actor)
    {
        var number = store.NewNumber<Question>(community, "Q");
        var asked = store.Add(wanted with { Id = GridStore.NewId("q"), Number = number }, new Keys(community, number, wanted.PartnerId));
        feed.Append(community, "question.created", actor, asked, asked.PartnerId);
        return asked;
    }

    public Feedback Rate(string community, Feedback wanted, Actor actor)
    {
        var rated = store.Add(wanted with { Id = GridStore.NewId("fb") }, new Keys(community, Partner: wanted.PartnerId));
        feed.Append(community, "feedback.created", actor, rated, rated.PartnerId, ("revision", rated.Revision));
        return rated;
    }

    /// <summary>A second confirmation of the same revision by the same user changes nothing.</summary>
    public void Acknowledge(string community, Document document, Acknowledgement wanted, Actor actor)
    {
        var name = Acknowledgement.NameOf(wanted.Document, wanted.Revision, wanted.User.UserId);
        if (store.FindByName<Acknowledgement>(community, name) is not null)
        {
            return;
        }

        var made = store.Add(wanted with { Id = GridStore.NewId("ack") }, new Keys(community, name, wanted.PartnerId));
        feed.Append(
            community, "document.acknowledged", actor, document, wanted.PartnerId, ("revision", made.Revision),
            ("acknowledgementId", made.Id));
    }

    public TestRun Record(string community, TestRun wanted, TestPlan? plan, Actor actor)
    {
        var number = store.NewNumber<TestRun>(community, "RUN");
        var recorded = store.Add(
            wanted with { Id = GridStore.NewId("run"), Number = number, Outcome = Outcome(wanted.Results, plan) },
            new Keys(community, number, wanted.PartnerId));
        feed.Append(community, "testrun.recorded", actor, recorded, recorded.PartnerId);
        return recorded;
    }

    private static string Outcome(IReadOnlyList<TestResult> results, TestPlan? plan)
    {
        var missing = plan?.TestCases.Any(test => test.Mandatory && results.All(result => result.TestCaseId != test.Id)) == true;
        return results.Any(result => result.Status == "failed") ? "failed"
            : missing || results.Any(result => result.Status == "blocked") ? "incomplete"
            : "passed";
    }
}
