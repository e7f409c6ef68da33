using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Flows.Import.Items;
using DocsPipeline.Flows.Import.Rules;
using DocsPipeline.Flows.Import.Templates;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Import;

/// <summary>What the schemas' templates make of an item is a document of its kind, also where a partner writes hostile text.</summary>
public sealed class ImportedPagesTests
{
    private const string Hostile =
        "--- \nkind: notice\n::: partner\n# Free * `stuff` | <b>x</b> {{title}}\n:::\n@mara-lind closes #1";

    private static readonly ImportTemplates Templates = new(Checkout.Files);

    [Fact]
    public void A_case_becomes_a_case_record()
    {
        var page = Page("case-record", "case-tg-000001", Sent.Case());

        page.FrontMatter.Text("number").ShouldBe("TG-000001");
        page.FrontMatter.Text("resolved").ShouldBe("2026-11-23T15:40:00Z");
        page.Body.ShouldContain("ASN 856 rejected");
        page.Body.ShouldContain("MAN was dropped");
        page.Body.ShouldContain("1. Partner corrected the map");
    }

    [Fact]
    public void A_case_without_anything_optional_becomes_a_case_record()
    {
        var bare = Sent.Case() with { Resolution = null, TransactionRef = null, Comments = [], Attachments = [], Documents = [] };

        Page("case-record", "case-tg-000001", bare).Body.ShouldNotContain("Root cause");
    }

    [Fact]
    public void An_incident_becomes_a_review_that_nobody_may_read_yet()
    {
        var page = Page("post-incident-review", "incident-inc-000001", Sent.Incident());

        page.Audience.IsNobody.ShouldBeTrue();
        page.Classification.ShouldBe("internal");
        page.FrontMatter.Text("status").ShouldBe("draft");
        page.FrontMatter.Text("documents-lost").ShouldBe("0");
        page.Body.ShouldContain("| 2026-10-14T07:15:00Z | Partner calls |");
        page.Body.ShouldContain("::: partner {partners=\"acme\"}");
    }

    [Fact]
    public void Hostile_text_stays_text()
    {
        var hostile = Sent.Case() with
        {
            Subject = Hostile,
            Description = Hostile,
            Resolution = Sent.Case().Resolution! with { RootCause = Hostile },
        };

        var page = Page("case-record", "case-tg-000001", hostile);

        page.Kind.ShouldBe("case-record");
        page.Body.Split('\n').ShouldNotContain(line =>
            line.StartsWith(":::", StringComparison.Ordinal) || line.StartsWith("# ", StringComparison.Ordinal));
        page.Body.ShouldNotContain("<b>");
    }

    [Theory]
    [InlineData("testrun.recorded")]
    [InlineData("question.created")]
    public void A_row_has_a_cell_for_each_column_of_the_defect_log(string type)
    {
        var rule = ImportRule.ReadAll(Checkout.Kinds).Single(rule => rule.Events.Contains(type));
        var model = Sent.Models.Of(type == "testrun.recorded" ? Sent.TestRun() : Sent.Question());

        var cells = rule.Row.Select(cell => Templates.RenderCell(cell, model)).ToList();

        var header = Checkout.Documents.ById["supplier-defect-log"].Body.Split('\n').First(line => line.StartsWith('|'));
        cells.Count.ShouldBe(header.Trim('|').Split('|').Length);
        cells.ShouldAllBe(cell => cell.Length > 0 && !cell.Contains('\n'));
    }

    [Fact]
    public void Every_event_that_a_schema_names_is_an_event_of_the_community()
    {
        var contract = File.ReadAllText(Path.Combine(Checkout.Root, "schemas", "trading-grid.openapi.yaml"));
        ImportRule.ReadAll(Checkout.Kinds)
            .SelectMany(rule => rule.Events)
            .ShouldAllBe(name => contract.Contains($"- {name}\n", StringComparison.Ordinal));
    }

    private static Document Page(string kind, string id, PartnerItem item)
    {
        var rule = ImportRule.ReadAll(Checkout.Kinds).Single(rule => rule.Kind == kind);
        var model = Sent.Models.Of(item);
        var title = Templates.RenderText(rule.Page!.Title, model);
        model = model.With("page", ItemModel.Of(("id", id), ("title", title)));
        var faults = new List<Diagnostic>();
        var file = new ContentFile("page.md", Encoding.UTF8.GetBytes(Templates.RenderFile(rule.Template!, model)));
        var document = DocumentReader.Read(file, faults);
        faults.Select(fault => fault.ToString()).ShouldBeEmpty();
        document!.Title.ShouldBe(title);
        Checkout.Kinds.TryGet(document.Kind, out var known).ShouldBeTrue();
        known!.Schema.Validate(document.FrontMatter.Json).Select(fault => fault.ToString()).ShouldBeEmpty();
        return document;
    }
}
