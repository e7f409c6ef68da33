using Build.Narration;
using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;
using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Flows.Import;
using DocsPipeline.Flows.Publish.Reporting;
using DocsPipeline.Flows.Publish.WriteBack;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;
using Spectre.Console;

namespace DocsPipeline.Tests.Build.Narration;

/// <summary>
/// What a terminal shows of each flow that went through, with one row of each kind. (What Validate shows is the expected file of each of
/// its cases.)
/// </summary>
public sealed class FlowReportsTests
{
    private static readonly Uri Somewhere = new("https://portal.example/somewhere");

    [Fact]
    public void Export()
    {
        var losses = new ConversionReport(
            40, 2, 1, [new("macro:chart", Treatment.Preserved, 2), new("ac:adf-extension", Treatment.Dropped, 1)]);
        var report = new ExportReport(
            [
                Page("AS2 setup", ExportStatus.Exported, "new", "content/onboarding/as2-setup-guide.md"),
                Page("SFTP setup", ExportStatus.Exported, "changed", "content/onboarding/sftp-setup-guide.md") with { Elements = losses },
                Page("Drafts", ExportStatus.Skipped, "page may be read by some people only"),
                Page("Broken", ExportStatus.Failed, "page properties cannot be read"),
                Page("Old", ExportStatus.Declined, "pull request 7 was closed without merging", "content/faq/old.md"),
                Page("Support", ExportStatus.Unchanged, "as exported", "content/onboarding/support-contacts.md"),
                Page("Minutes", ExportStatus.NotADocument, "no page properties"),
            ],
            "0123456789abcdef", 12, Somewhere,
            [
                Catalogue.Pages.PropertiesAreBroken.At("EDI/Broken", SourceSpan.Start),
                Catalogue.Pages.PageIsRestricted.At("EDI/Drafts", SourceSpan.Start),
            ]);

        Text(narrator => narrator.Tell(report), report.Diagnostics).ShouldMatchSnapshot();
    }

    [Fact]
    public void Publish()
    {
        var report = new PublishReport(
            "0123456789abcdef", "fedcba98",
            [
                Document("as2-setup-guide", PublishStatus.Published, "new", Somewhere, "acme", "borealis"),
                Document("release-notes-r2026-3", PublishStatus.Withdrawn, "no longer published from git", null),
                Document("escalation-procedure", PublishStatus.Recorded, "published before, receipt missing", Somewhere, "acme"),
                Document("support-contacts", PublishStatus.Failed, "system refused the request", null, "acme"),
                Document("sftp-setup-guide", PublishStatus.Unchanged, "live as git wants it", Somewhere, "acme"),
            ],
            [Catalogue.Systems.SystemRefused.At("content/onboarding/support-contacts.md", SourceSpan.Start, "Trading Grid answered 503")])
        {
            Links = [new CaseLink("halden-suppliers", "case_01", "TG-004498", "as2-setup-guide")],
            Pages = [new WrittenPage("EDI", "1001", "AS2 setup", 8, "text, review-by", Somewhere)],
        };

        Text(narrator => narrator.Tell(report), report.Diagnostics).ShouldMatchSnapshot();
    }

    [Fact]
    public void Import()
    {
        var edited = Catalogue.Import.PageWasEdited.At("case/case_03", SourceSpan.Start);
        var failed = Catalogue.Import.ImportFailed.At("testrun/run_01", SourceSpan.Start, "GitHub answered 503");
        var report = new ImportReport(
            [
                Item(ItemKind.Case, "case_01", "Invoices are refused", ImportStatus.Imported) with { Issue = Somewhere, Page = Somewhere },
                Item(ItemKind.Question, "question_01", "Which AS2 id?", ImportStatus.Imported) with { Issue = Somewhere },
                Item(ItemKind.Case, "case_03", "Late again", ImportStatus.Updated) with { Page = Somewhere, Diagnostics = [edited] },
                Item(ItemKind.TestRun, "run_01", "ASN-02 by Acme", ImportStatus.Failed) with { Diagnostics = [failed] },
                Item(ItemKind.Feedback, "feedback_01", "Helpful", ImportStatus.Unchanged),
            ],
            []);

        Text(narrator => narrator.Tell(report), report.Diagnostics).ShouldMatchSnapshot();
    }

    [Fact]
    public void Nothing_to_do_is_said_in_every_flow()
    {
        Text(narrator => narrator.Tell(new ExportReport([], null, null, null, [])), []).ShouldBe("nothing to do\n");
        Text(narrator => narrator.Tell(new PublishReport("0123456789abcdef", null, [], [])), []).ShouldBe("nothing to do\n");
        Text(narrator => narrator.Tell(new ImportReport([], [])), []).ShouldBe("nothing to do\n");
    }

    private static string Text(Action<Narrator> tell, IReadOnlyList<Diagnostic> diagnostics)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = 10_000;
        tell(new Narrator(console));
        if (diagnostics.Count > 0)
        {
            new TerminalRenderer().Render(new DiagnosticReport(diagnostics, 0, _ => null), writer);
        }

        return writer.ToString();
    }

    private static ExportedPage Page(string title, ExportStatus status, string reason, string? path = null) =>
        new("EDI", "1001", title, Somewhere, status, reason) { Path = path };

    private static PublishedDocument Document(string id, PublishStatus status, string reason, Uri? url, params string[] readers) =>
        new("halden-suppliers", id, id, $"About {id}", status, 1, url, readers, reason);

    private static ImportedItem Item(ItemKind kind, string id, string title, ImportStatus status) =>
        new(new ItemReference(kind, id), [$"{kind.Word()}.created"], title, status);
}
