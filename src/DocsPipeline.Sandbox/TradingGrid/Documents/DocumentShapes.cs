using System.Text.RegularExpressions;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Partners;
using static DocsPipeline.Sandbox.TradingGrid.Contract.Shape;

namespace DocsPipeline.Sandbox.TradingGrid.Documents;

internal static partial class DocumentShapes
{
    public const int LongestHtml = 1024 * 1024;

    public static IReadOnlyList<string> States { get; } = ["draft", "scheduled", "published", "superseded", "archived"];

    public static Shape Draft { get; } = Object(
        Must("kind", Text(2, 48, KindPattern())),
        Must("managedBy", Text(1, 63, OwnerPattern())),
        Must("title", Text(1, 255)),
        May("summary", Text(0, 500).OrNull),
        May("language", Text(2, 35, LanguagePattern())),
        Must("audience", Audience.Shape),
        Must("content", Object(Must("html", Text(0, LongestHtml)), Must("contentSha256", Shapes.Sha256))),
        May("facts", List(Object(Must("name", Text(1, 63, FactPattern())), Must("label", Text(1, 100)), Must("value", Text(0, 2000))), 60)),
        May("attachments", List(Object(Must("sha256", Shapes.Sha256), Must("fileName", Shapes.FileName)), 50)),
        May("testPlan", TestPlan().OrNull),
        May("acknowledgementRequired", Flag),
        May("effectiveFrom", Date.OrNull),
        May("effectiveTo", Date.OrNull),
        May("supersedes", List(Shapes.ExternalId, 20)),
        May("related", List(Shapes.ExternalId, 50)),
        May("fingerprint", Text(0, 128).OrNull),
        May("source", Source().OrNull),
        May("externalRefs", Shapes.ExternalRefs));

    public static Shape Publish { get; } = Object(Must("revision", Integer(1)), May("publishAt", Time.OrNull));

    public static Shape Archive { get; } = Object(
        Must("reason", OneOf("withdrawn", "replaced", "expired", "published-in-error")), May("note", Text(0, 500).OrNull),
        May("successor", Shapes.ExternalId.OrNull));

    private static Shape TestPlan() => Object(
        Must("planId", Text(1, 120)),
        Must("testCases", List(
            Object(
                Must("id", Text(1, 40, TestCasePattern())), Must("title", Text(1, 200)), May("transaction", Text(0, 20).OrNull),
                May("mandatory", Flag)),
            200, 1)));

    private static Shape Source() => Object(
        Must("repository", Text(0, 200)),
        May("path", Text(0, 500).OrNull),
        Must("commit", Text(40, 40, CommitPattern())),
        May("pullRequest", Integer(1).OrNull),
        May("approvers", List(Text(0, 100), 100)),
        May("confluencePage", Text(0, 40).OrNull),
        May("confluenceVersion", Integer(1).OrNull));

    [GeneratedRegex("^[a-z][a-z0-9-]{1,47}$")]
    private static partial Regex KindPattern();

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,62}$")]
    private static partial Regex OwnerPattern();

    [GeneratedRegex("^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")]
    private static partial Regex LanguagePattern();

    [GeneratedRegex("^[a-z][a-z0-9-]{0,62}$")]
    private static partial Regex FactPattern();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$")]
    public static partial Regex TestCasePattern();

    [GeneratedRegex("^[0-9a-f]{40}$")]
    private static partial Regex CommitPattern();
}
