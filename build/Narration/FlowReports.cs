using DocsPipeline.Flows.Export.Reporting;
using DocsPipeline.Flows.Import;
using DocsPipeline.Flows.Publish.Reporting;
using DocsPipeline.StorageFormat.Conversion;

namespace Build.Narration;

/// <summary>What the flows came to, one line for each thing that moved; what stayed as it was is only counted.</summary>
internal static class FlowReports
{
    public static void Tell(this Narrator narrator, ExportReport report)
    {
        foreach (var page in report.Pages.Where(page => page.Status is not (ExportStatus.Unchanged or ExportStatus.NotADocument)))
        {
            narrator.Say($"{Word(page.Status),-10} {page.Path ?? page.Title}: {page.Reason}{Losses(page)}");
        }

        narrator.Say(Count(report.Pages.GroupBy(page => Word(page.Status)).Select(group => (group.Key, group.Count()))));
        var elements = report.Pages.Select(page => page.Elements).ToList();
        if (elements.Exists(element => element.Converted > 0))
        {
            narrator.Say(
                $"elements of these pages: {elements.Sum(element => element.Converted)} converted, "
                + $"{elements.Sum(element => element.Preserved)} kept as they are, {elements.Sum(element => element.Dropped)} dropped");
        }

        narrator.Detail(report.PullRequestUrl?.ToString());
    }

    public static void Tell(this Narrator narrator, PublishReport report)
    {
        foreach (var document in report.Documents.Where(document => document.Status != PublishStatus.Unchanged))
        {
            narrator.Say($"{Word(document.Status),-10} {document.ExternalId} for {Names(document.Readers)}: {document.Reason}");
            narrator.Detail(document.Url?.ToString());
        }

        foreach (var link in report.Links)
        {
            narrator.Say($"linked     {link.ExternalId} on case {link.CaseNumber}");
        }

        foreach (var page in report.Pages)
        {
            narrator.Say($"written    page \"{page.Title}\" in space {page.Space}: {page.Reason}");
            narrator.Detail(page.Url.ToString());
        }

        var documents = report.Documents.GroupBy(document => Word(document.Status)).Select(group => (group.Key, group.Count()));
        var links = report.Links.GroupBy(_ => report.Links.Count == 1 ? "link made" : "links made");
        var pages = report.Pages.GroupBy(_ => report.Pages.Count == 1 ? "page written" : "pages written");
        narrator.Say(Count(documents
            .Concat(links.Select(group => (group.Key, group.Count())))
            .Concat(pages.Select(group => (group.Key, group.Count())))));
    }

    public static void Tell(this Narrator narrator, ImportReport report)
    {
        foreach (var item in report.Items.Where(item => item.Status != ImportStatus.Unchanged))
        {
            narrator.Say($"{Word(item.Status),-10} {item.Type} {item.Reference.Id} \"{item.Title}\": {Reason(item)}");
            narrator.Detail(item.Issue?.ToString());
            narrator.Detail(item.Page?.ToString());
        }

        narrator.Say(Count(report.Items.GroupBy(item => Word(item.Status)).Select(group => (group.Key, group.Count()))));
    }

    private static string Reason(ImportedItem item) => item.Status switch
    {
        ImportStatus.Imported => "new",
        ImportStatus.Updated => "the community has news",
        ImportStatus.Unchanged => "known already",
        _ => item.Diagnostics[0].Message,
    };

    private static string Losses(ExportedPage page) => page.Elements switch
    {
        { Preserved: 0, Dropped: 0 } => "",
        { Dropped: 0 } elements => $" ({elements.Preserved} kept as is)",
        { Preserved: 0 } elements => $" ({Dropped(elements)})",
        var elements => $" ({elements.Preserved} kept as is, {Dropped(elements)})",
    };

    private static string Dropped(ConversionReport report)
    {
        var names = report.Elements.Where(element => element.Treatment == Treatment.Dropped).Select(element => element.Element);
        return $"{report.Dropped} dropped: {string.Join(", ", names)}";
    }

    private static string Word<T>(T status)
        where T : struct, Enum => status is ExportStatus.NotADocument ? "not a document" : status.ToString().ToLowerInvariant();

    private static string Names(IReadOnlyList<string> readers) => readers.Count == 0 ? "nobody" : string.Join(", ", readers);

    private static string Count(IEnumerable<(string Word, int Number)> counts)
    {
        var parts = counts.OrderBy(part => part.Word, StringComparer.Ordinal).Select(part => $"{part.Number} {part.Word}").ToList();
        return parts.Count == 0 ? "nothing to do" : string.Join(", ", parts);
    }
}
