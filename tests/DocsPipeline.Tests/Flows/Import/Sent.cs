using DocsPipeline.Flows.Import.Items;
using DocsPipeline.Systems.TradingGrid;
using Case = DocsPipeline.Systems.TradingGrid.Case;

namespace DocsPipeline.Tests.Flows.Import;

/// <summary>One of each thing that partners send, with everything in it.</summary>
internal static class Sent
{
    private static readonly Person Anna = new("user_anna", "Anna Adler", "anna@acme.example");

    private static readonly GridActor Desk = new("staff", "user_desk", null, null);

    public static ItemModels Models { get; } = new(
        new Dictionary<string, string> { ["acme"] = "Acme Tools", ["borealis"] = "Borealis Foods" });

    public static Case Case() => new(
        "case_1",
        "TG-000001",
        "acme",
        "transaction-rejected",
        2,
        "resolved",
        "ASN 856 rejected",
        "Our 997 says AK5*R.",
        "production",
        new TransactionRef("X12", "856", "004010", "000000127", AckStatus: "R"),
        Anna,
        Time("2026-11-24T09:15:00Z"),
        [new CaseComment("com_1", "We are looking at it.", "partner", Desk, "EDI desk", [], Time("2026-11-23T10:00:00Z"))],
        [new CaseFile(new string('a', 64), "asn.edi", "text/plain", 612, "clean", "partner", Desk, Time("2026-11-23T10:00:00Z"))],
        ["x12-856-ship-notice"],
        new Resolution(
            "partner-data", "MAN was dropped", ["Partner corrected the map", "Sent again"], "Accepted", Time("2026-11-23T15:40:00Z")),
        [new ExternalRef("github", "halden/partner-docs#7", new Uri("https://github.example/7"))],
        new Uri("https://portal.example/cases/TG-000001"),
        Time("2026-11-23T09:15:00Z"),
        Time("2026-11-23T15:40:00Z"),
        5);

    /// <summary>A case as it is in the beginning.</summary>
    public static Case OpenCase(string id, string number) =>
        Case() with { Id = id, Number = number, Status = "open", Resolution = null, Version = 1 };

    public static Feedback Feedback() => new(
        "fb_1",
        "acme",
        Anna,
        "x12-856-ship-notice",
        2,
        false,
        "Where is the carton count?",
        [],
        Time("2026-11-23T16:00:00Z"),
        Time("2026-11-23T16:00:00Z"),
        1);

    public static Acknowledgement Acknowledgement() => new("ack_1", "x12-856-ship-notice", 2, "acme", Anna, Time("2026-11-23T16:00:00Z"));

    public static Incident Incident() => new(
        "inc_1",
        "INC-000001",
        "resolved",
        "Delayed acknowledgements",
        2,
        Time("2026-10-14T06:20:00Z"),
        Time("2026-10-14T07:15:00Z"),
        Time("2026-10-14T10:00:00Z"),
        "production",
        ["856", "997"],
        new Impact("Acknowledgements were late.", 412, 0),
        [new PartnerImpact("acme", "A truck waited.")],
        [new TimelineEntry(Time("2026-10-14T07:15:00Z"), "Partner calls")],
        [new FollowUp("CA-1", "Raise the limit", "EDI platform", new DateOnly(2026, 10, 21))],
        [],
        null,
        [],
        Time("2026-10-14T07:20:00Z"),
        Time("2026-10-14T10:05:00Z"),
        3);

    public static TestRun TestRun() => new(
        "run_1",
        "RUN-000001",
        "TP-SUPPLIER-2027",
        "supplier-test-plan",
        2,
        "acme",
        Anna,
        null,
        [new TestResult("TC-856-01", "passed", "A", [], null), new TestResult("TC-856-03", "failed", null, ["AK3*MAN"], "997.edi")],
        "failed",
        null,
        [],
        Time("2026-11-23T14:12:00Z"),
        Time("2026-11-23T14:12:00Z"),
        1);

    public static Question Question() => new(
        "q_1",
        "Q-000001",
        "borealis",
        Anna,
        "test-schedule-first-quarter-2027",
        1,
        "Is a slot free?\nOn Tuesday?",
        null,
        [],
        Time("2026-11-23T08:31:00Z"),
        Time("2026-11-23T08:31:00Z"),
        1);

    private static DateTimeOffset Time(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
