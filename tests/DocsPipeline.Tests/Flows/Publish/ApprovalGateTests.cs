using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Publish.Approval;
using static DocsPipeline.Tests.Flows.Publish.ApprovalScenarios;

namespace DocsPipeline.Tests.Flows.Publish;

public sealed class ApprovalGateTests
{
    public static TheoryData<string> Scenarios => [.. Wrong.Keys];

    [Fact]
    public void Allows_what_a_code_owner_approved_last()
    {
        var verdict = Judge(Good);

        verdict.IsAllowed.ShouldBeTrue();
        verdict.Commit.ShouldBe(Good.Commit);
        verdict.Approvers.ShouldBe(["mara-lind"]);
        verdict.PullRequest.ShouldBe(7);
    }

    [Fact]
    public void Has_nothing_to_say_about_commits_without_documents()
    {
        var verdict = Judge(Of(["schemas/common.schema.json", "content/pipeline.yml", "contents/a.md"]) with { ApprovedTree = null });

        verdict.IsAllowed.ShouldBeTrue();
        (verdict.Commit, verdict.PullRequest).ShouldBe((Good.Commit, 7));
        Judge(Of(["schemas/common.schema.json"]) with { PullRequest = null }).PullRequest.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public void Denies(string scenario) =>
        string.Join(',', Judge(Wrong[scenario].Facts).Denials.Select(denial => denial.Code.Id)).ShouldBe(Wrong[scenario].Codes);

    [Fact]
    public void Every_denial_says_what_was_not_shown_and_what_to_do() =>
        string.Join("\n\n", Wrong.Select(row => $"{row.Key}\n{string.Join('\n', Judge(row.Value.Facts).Denials.Select(Told))}"))
            .ShouldMatchSnapshot();

    [Fact]
    public void A_comment_takes_no_approval_back() => Judge(Also(By("mara-lind", ReviewState.Commented))).IsAllowed.ShouldBeTrue();

    [Fact]
    public void A_request_for_changes_is_settled_when_it_is_dismissed_or_turned_into_an_approval()
    {
        Judge(Also(By("jonas-weber", ReviewState.ChangesRequested), By("Jonas-Weber", ReviewState.Dismissed))).IsAllowed.ShouldBeTrue();
        Judge(Reviewed(By("mara-lind", ReviewState.ChangesRequested), By("Mara-Lind", ReviewState.Approved))).IsAllowed.ShouldBeTrue();
    }

    [Fact]
    public void One_owner_of_each_path_is_enough_and_a_login_is_the_same_in_other_letters()
    {
        var verdict = Judge(Of(["content/controlled/850.md", "content/faq/asn.md"]) with
        {
            PullRequest = Approved with { Reviews = [By("Mara-Lind", ReviewState.Approved), By("Jonas-Weber", ReviewState.Approved)] },
        });

        verdict.IsAllowed.ShouldBeTrue();
        verdict.Approvers.ShouldBe(["jonas-weber", "mara-lind"]);
    }

    [Fact]
    public void A_member_approves_for_the_owning_team()
    {
        var verdict = Judge(Of(["content/controlled/850.md"]) with { Teams = Team("halden/edi", "mara-lind", "eve") });

        verdict.IsAllowed.ShouldBeTrue();
        verdict.Approvers.ShouldBe(["mara-lind"]);
    }

    private static Verdict Judge(ApprovalFacts facts) => ApprovalGate.Judge(facts, "main");

    private static string Told(Diagnostic denial) => $"  {denial}\n    help: {denial.Help}";
}
