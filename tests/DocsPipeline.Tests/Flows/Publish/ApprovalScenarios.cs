using DocsPipeline.Flows.Publish.Approval;

namespace DocsPipeline.Tests.Flows.Publish;

/// <summary>A change that everybody approved as they should, and what can be wrong with one.</summary>
internal static class ApprovalScenarios
{
    public const string Head = "1111111111111111111111111111111111111111";

    public static PullRequestFacts Approved =>
        new(7, Merged: true, "main", Head, "docs-bot", ["docs-bot"], [By("mara-lind", ReviewState.Approved)]);

    public static ApprovalFacts Good => new(
        "2222222222222222222222222222222222222222", ["content/faq/asn.md"], "tree", "tree", Approved,
        CodeOwners.Parse("/content/ @mara-lind\n/content/controlled/ @jonas-weber @halden/edi"));

    /// <summary>By what is wrong: the codes that the gate must answer with, and the facts.</summary>
    public static IReadOnlyDictionary<string, (string Codes, ApprovalFacts Facts)> Wrong =>
        new Dictionary<string, (string, ApprovalFacts)>
        {
            ["no pull request"] = ("DOC0601", Good with { PullRequest = null }),
            ["no pull request for three documents"] =
                ("DOC0601", Of(["content/a.md", "content/b.md", "content/c.md"]) with { PullRequest = null }),
            ["a commit with a short name"] = ("DOC0601", Good with { Commit = "1234567", PullRequest = null }),
            ["not merged"] = ("DOC0601", With(Approved with { Merged = false })),
            ["merged into another branch"] = ("DOC0601", With(Approved with { Base = "draft" })),
            ["nobody reviewed"] = ("DOC0602", With(Approved with { Reviews = [] })),
            ["approved an earlier commit"] = ("DOC0602", Reviewed(new ReviewFacts("mara-lind", ReviewState.Approved, "0000"))),
            ["approved by a stranger"] = ("DOC0602", Reviewed(By("eve", ReviewState.Approved))),
            ["approved by the author"] = ("DOC0602", With(Approved with { Author = "mara-lind" })),
            ["approved by the author in other letters"] = ("DOC0602", With(Approved with { Author = "Mara-Lind" })),
            ["approved by somebody who pushed"] = ("DOC0602", With(Approved with { Contributors = ["docs-bot", "Mara-Lind"] })),
            ["only commented"] = ("DOC0602", Reviewed(By("mara-lind", ReviewState.Commented))),
            ["approval dismissed"] = ("DOC0602", Also(By("mara-lind", ReviewState.Dismissed))),
            ["one path has other owners"] = ("DOC0602", Of(["content/faq/asn.md", "content/controlled/850.md"])),
            ["the team's approver is in another team"] =
                ("DOC0602", Of(["content/controlled/850.md"]) with { Teams = Team("halden/law", "mara-lind") }),
            ["changes requested by a second reviewer"] = ("DOC0603", Also(By("jonas-weber", ReviewState.ChangesRequested))),
            ["changes requested by two others"] =
                ("DOC0603", Also(By("jonas-weber", ReviewState.ChangesRequested), By("eve", ReviewState.ChangesRequested))),
            ["changes requested after the approval"] = ("DOC0603,DOC0602", Also(By("Mara-Lind", ReviewState.ChangesRequested))),
            ["content slipped into the merge"] = ("DOC0604", Good with { ApprovedTree = "another" }),
            ["owners in the same pull request"] = ("DOC0605", Of(["content/faq/asn.md", "CODEOWNERS"])),
            ["owners in docs in the same pull request"] = ("DOC0605", Of(["content/faq/asn.md", "docs/CODEOWNERS"])),
            ["a workflow in the same pull request"] = ("DOC0605", Of([".github/workflows/publish.yml", "content/faq/asn.md"])),
            ["a schema in the same pull request"] = ("DOC0605", Of(["content/faq/asn.md", "schemas/common.schema.json"])),
            ["settings in the same pull request"] = ("DOC0605", Of(["content/faq/asn.md", "content/pipeline.yml"])),
            ["owner-less path"] = ("DOC0607", Good with { Owners = CodeOwners.Parse("/schemas/ @mara-lind") }),
            ["broken CODEOWNERS"] = ("DOC0607", Good with { Owners = CodeOwners.Parse("/content/ @mara-lind\n!x @y\n!z @y") }),
            ["CODEOWNERS unreadable"] = ("DOC0608", Good with { Owners = null }),
            ["head unreadable"] = ("DOC0608", Good with { ApprovedTree = null }),
            ["unknown author"] = ("DOC0608", With(Approved with { Contributors = null })),
            ["everything at once"] = (
                "DOC0605,DOC0604,DOC0603,DOC0602,DOC0607",
                Of(["content/a.md", "other/b.md", "schemas/x", "content/none/c.md"]) with
                {
                    ApprovedTree = "another",
                    Owners = CodeOwners.Parse("/content/ @mara-lind\n/content/none/"),
                    PullRequest = Approved with { Reviews = [By("jonas-weber", ReviewState.ChangesRequested)] },
                }),
        };

    public static ApprovalFacts With(PullRequestFacts pull) => Good with { PullRequest = pull };

    public static ApprovalFacts Of(IReadOnlyList<string> paths) => Good with { Paths = paths };

    public static ApprovalFacts Reviewed(params ReviewFacts[] reviews) => With(Approved with { Reviews = reviews });

    public static ApprovalFacts Also(params ReviewFacts[] reviews) => Reviewed([.. Approved.Reviews, .. reviews]);

    public static ReviewFacts By(string user, ReviewState state) => new(user, state, Head);

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Team(string name, params string[] members) =>
        new Dictionary<string, IReadOnlyList<string>> { [name] = members };
}
