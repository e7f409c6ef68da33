using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Flows.Import;
using DocsPipeline.Flows.Import.Templates;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Tests.Flows.Import;

/// <summary>What the schemas' templates make of what the community sends is a document of its kind, also where a partner writes hostile text.</summary>
public sealed class ImportedPagesTests
{
    private const string Hostile = "--- \nkind: notice\n::: partner\n# Free * `stuff` | <b>x</b> {{title}}\n:::\n@mara-lind closes #1";

    private static readonly ImportTemplates Templates = new(Checkout.Files);

    [Fact]
    public void A_case_becomes_a_case_record()
    {
        var page = Page("case-record", "case-tg-000001", Case());
        page.FrontMatter.Text("number").ShouldBe("TG-000001");
        page.FrontMatter.Text("resolved").ShouldBe("2026-11-23T15:40:00Z");
        page.Body.ShouldContain("ASN 856 rejected");
        page.Body.ShouldContain("MAN was dropped");
        page.Body.ShouldContain("1. Partner corrected the map");
    }

    [Fact]
    public void A_case_without_anything_optional_becomes_a_case_record()
    {
        var bare = Case();
        foreach (var field in new[] { "resolution", "transactionRef" })
        {
            bare[field] = JValue.CreateNull();
        }

        bare["comments"] = bare["attachments"] = bare["documents"] = new JArray();
        Page("case-record", "case-tg-000001", bare).Body.ShouldNotContain("Root cause");
    }

    [Fact]
    public void An_incident_becomes_a_review_that_nobody_may_read_yet()
    {
        var page = Page("post-incident-review", "incident-inc-000001", Incident());
        page.Audience.IsNobody.ShouldBeTrue();
        page.Classification.ShouldBe("internal");
        page.FrontMatter.Text("status").ShouldBe("draft");
        page.Body.ShouldContain("| 2026-10-14T07:15:00Z | Partner calls |");
        page.Body.ShouldContain("::: partner {partners=\"acme\"}");
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        var hostile = Case();
        hostile["subject"] = hostile["description"] = hostile["resolution"]!["rootCause"] = Hostile;
        var page = Page("case-record", "case-tg-000001", hostile);
        page.Kind.ShouldBe("case-record");
        page.Body.Split('\n').ShouldNotContain(line => line.StartsWith(":::", StringComparison.Ordinal) || line.StartsWith("# ", StringComparison.Ordinal));
        page.Body.ShouldNotContain("<b>");
    }

    [Theory]
    [InlineData("testrun.recorded")]
    [InlineData("question.created")]
    public void A_row_has_a_cell_for_each_column_of_the_defect_log(string type)
    {
        var rule = ImportRule.ReadAll(Checkout.Kinds).Single(rule => rule.Events.Contains(type));
        var model = type == "testrun.recorded" ? TestRun() : Question();
        var cells = rule.Row.Select(cell => Templates.RenderCell(cell, model)).ToList();
        var header = Checkout.Documents.ById["supplier-defect-log"].Body.Split('\n').First(line => line.StartsWith('|'));
        cells.Count.ShouldBe(header.Trim('|').Split('|').Length);
        cells.ShouldAllBe(cell => cell.Length > 0 && !cell.Contains('\n'));
    }

    [Fact]
    public void Every_event_that_a_schema_names_is_an_event_of_the_community()
    {
        var contract = File.ReadAllText(Path.Combine(Checkout.Root, "schemas", "trading-grid.openapi.yaml"));
        ImportRule.ReadAll(Checkout.Kinds).SelectMany(rule => rule.Events).ShouldAllBe(name => contract.Contains($"- {name}\n", StringComparison.Ordinal));
    }

    private static Document Page(string kind, string id, JObject model)
    {
        var rule = ImportRule.ReadAll(Checkout.Kinds).Single(rule => rule.Kind == kind);
        model["page"] = new JObject { ["id"] = id, ["title"] = Templates.RenderText(rule.Page!.Title, model) };
        var faults = new List<Diagnostic>();
        var document = DocumentReader.Read(new ContentFile("page.md", Encoding.UTF8.GetBytes(Templates.RenderFile(rule.Template!, model))), faults);
        faults.Select(fault => fault.ToString()).ShouldBeEmpty();
        document!.Title.ShouldBe((string)model["page"]!["title"]!);
        Checkout.Kinds.TryGet(document.Kind, out var known).ShouldBeTrue();
        known!.Schema.Validate(document.FrontMatter.Json).Select(fault => fault.ToString()).ShouldBeEmpty();
        return document;
    }

    private static JObject Parse(string json)
    {
        using var reader = new JsonTextReader(new StringReader(json)) { DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    private static JObject Case() => Parse("""
        {
          "number": "TG-000001", "partnerId": "acme", "partner": { "id": "acme", "name": "Acme Tools" }, "severity": 2, "status": "resolved",
          "category": "transaction-rejected", "environment": "production", "subject": "ASN 856 rejected", "description": "Our 997 says AK5*R.",
          "transactionRef": { "standard": "X12", "set": "856", "version": "004010", "interchangeControlNumber": "000000127", "ackStatus": "R" },
          "comments": [{ "body": "We are looking at it.", "visibility": "partner", "authorName": "EDI desk", "createdAt": "2026-11-23T10:00:00Z" }],
          "attachments": [{ "fileName": "asn.edi", "mediaType": "text/plain", "size": 612, "scanStatus": "clean" }], "documents": ["x12-856-ship-notice"],
          "resolution": { "rootCauseCategory": "partner-data", "rootCause": "MAN was dropped", "steps": ["Partner corrected the map", "Sent again"], "partnerSummary": "Accepted", "resolvedAt": "2026-11-23T15:40:00Z" },
          "createdAt": "2026-11-23T09:15:00Z"
        }
        """);

    private static JObject Incident() => Parse("""
        {
          "number": "INC-000001", "status": "resolved", "title": "Delayed acknowledgements", "severity": 2, "environment": "production",
          "startedAt": "2026-10-14T06:20:00Z", "detectedAt": "2026-10-14T07:15:00Z", "resolvedAt": "2026-10-14T10:00:00Z", "affectedTransactions": ["856", "997"],
          "impact": { "summary": "Acknowledgements were late.", "documentsDelayed": 412, "documentsLost": 0 },
          "partnerImpact": [{ "partnerId": "acme", "description": "A truck waited." }], "timeline": [{ "at": "2026-10-14T07:15:00Z", "event": "Partner calls" }],
          "correctiveActions": [{ "id": "CA-1", "action": "Raise the limit", "owner": "EDI platform", "due": "2026-10-21" }], "preventiveActions": [], "rootCause": null
        }
        """);

    private static JObject TestRun() => Parse("""
        {
          "number": "RUN-000001", "createdAt": "2026-11-23T14:12:00Z", "partner": { "name": "Acme Tools" }, "planId": "TP-SUPPLIER-2027", "outcome": "failed",
          "results": [{ "testCaseId": "TC-856-01", "status": "passed", "ackStatus": "A" }, { "testCaseId": "TC-856-03", "status": "failed", "ackStatus": null }]
        }
        """);

    private static JObject Question() => Parse("""
        { "number": "Q-000001", "createdAt": "2026-11-23T08:31:00Z", "partner": { "name": "Borealis Foods" }, "document": "test-schedule-first-quarter-2027", "body": "Is a slot free?\nOn Tuesday?" }
        """);
}
