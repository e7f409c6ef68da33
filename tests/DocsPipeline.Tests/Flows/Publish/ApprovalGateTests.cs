using DocsPipeline.Flows.Publish.Approval;

namespace DocsPipeline.Tests.Flows.Publish;

public sealed class ApprovalGateTests
{
    private const string Head = "1111111111111111111111111111111111111111";

    private static readonly PullRequestFacts Approved =
        new(7, Merged: true, "main", Head, "docs-bot", ["docs-bot"], [new ReviewFacts("mara-lind", ReviewState.Approved, Head)]);

    private static readonly ApprovalFacts Good = new(
        "2222222222222222222222222222222222222222", ["content/faq/asn.md"], "tree", "tree", Approved, CodeOwners.Parse("/content/ @mara-lind\n/content/controlled/ @jonas-weber"));

    [Fact]
    public void Allows_what_a_code_owner_approved_last()
    {
        var verdict = Judge(Good);

        verdict.IsAllowed.ShouldBeTrue();
        verdict.Approvers.ShouldBe(["mara-lind"]);
        verdict.PullRequest.ShouldBe(7);
    }

    [Fact]
    public void Has_nothing_to_say_about_commits_without_documents() =>
        Judge(Good with { PullRequest = null, Paths = ["schemas/common.schema.json", "content/pipeline.yml"] }).IsAllowed.ShouldBeTrue();

    public static TheoryData<string, string> Denials => new()
    {
        { "no pull request", "DOC0601" },
        { "not merged", "DOC0601" },
        { "merged into another branch", "DOC0601" },
        { "nobody reviewed", "DOC0602" },
        { "approved an earlier commit", "DOC0602" },
        { "approved by a stranger", "DOC0602" },
        { "approved by the author", "DOC0602" },
        { "approved by somebody who pushed", "DOC0602" },
        { "approval dismissed", "DOC0602" },
        { "one path has another owner", "DOC0602" },
        { "changes requested by a second reviewer", "DOC0603" },
        { "content slipped into the merge", "DOC0604" },
        { "policy in the same pull request", "DOC0605" },
        { "owner-less path", "DOC0607" },
        { "broken CODEOWNERS", "DOC0607" },
        { "CODEOWNERS unreadable", "DOC0608" },
        { "head unreadable", "DOC0608" },
        { "unknown author", "DOC0608" },
    };

    [Theory]
    [MemberData(nameof(Denials))]
    public void Denies(string scenario, string code)
    {
        var facts = scenario switch
        {
            "no pull request" => Good with { PullRequest = null },
            "not merged" => With(Approved with { Merged = false }),
            "merged into another branch" => With(Approved with { Base = "draft" }),
            "nobody reviewed" => With(Approved with { Reviews = [] }),
            "approved an earlier commit" => With(Approved with { Reviews = [new ReviewFacts("mara-lind", ReviewState.Approved, "0000")] }),
            "approved by a stranger" => With(Approved with { Reviews = [new ReviewFacts("eve", ReviewState.Approved, Head)] }),
            "approved by the author" => With(Approved with { Author = "mara-lind" }),
            "approved by somebody who pushed" => With(Approved with { Contributors = ["docs-bot", "Mara-Lind"] }),
            "approval dismissed" => With(Approved with { Reviews = [.. Approved.Reviews, new ReviewFacts("mara-lind", ReviewState.Dismissed, Head)] }),
            "one path has another owner" => Good with { Paths = ["content/faq/asn.md", "content/controlled/850.md"] },
            "changes requested by a second reviewer" => With(Approved with { Reviews = [.. Approved.Reviews, new ReviewFacts("jonas-weber", ReviewState.ChangesRequested, Head)] }),
            "content slipped into the merge" => Good with { ApprovedTree = "another" },
            "policy in the same pull request" => Good with { Paths = ["content/faq/asn.md", ".github/CODEOWNERS"] },
            "owner-less path" => Good with { Owners = CodeOwners.Parse("/schemas/ @mara-lind") },
            "broken CODEOWNERS" => Good with { Owners = CodeOwners.Parse("/content/ @mara-lind\n!x @y") },
            "CODEOWNERS unreadable" => Good with { Owners = null },
            "head unreadable" => Good with { ApprovedTree = null },
            "unknown author" => With(Approved with { Contributors = null }),
            _ => throw new ArgumentOutOfRangeException(nameof(scenario), scenario),
        };

        var verdict = Judge(facts);

        verdict.Denials.Select(denial => denial.Code.Id).ShouldContain(code);
    }

    [Fact]
    public void A_comment_takes_no_approval_back() =>
        Judge(With(Approved with { Reviews = [.. Approved.Reviews, new ReviewFacts("mara-lind", ReviewState.Commented, Head)] })).IsAllowed.ShouldBeTrue();

    private static Verdict Judge(ApprovalFacts facts) => ApprovalGate.Judge(facts, "main");

    private static ApprovalFacts With(PullRequestFacts pull) => Good with { PullRequest = pull };
}
