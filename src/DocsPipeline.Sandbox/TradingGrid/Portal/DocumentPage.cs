using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>Reading one document.</summary>
internal static class DocumentPage
{
    public static PortalPage Render(Visit visit)
    {
        var reading = visit.Library.Get(visit.Route("externalId"));
        return new PortalPage(reading.Document.Title, Html.Of($"""
            <p class="crumb"><a href="/portal/documents">Documents</a></p>
            <div class="reading">
            <article aria-labelledby="title">
            <p class="kind">{PortalText.Kind(reading.Document.Kind)}</p>
            <h1 id="title">{reading.Document.Title}</h1>
            {(reading.Draft.Summary is { Length: > 0 } summary ? Html.Of($"""<p class="lead">{summary}</p>""") : Html.Empty)}
            {Banners(visit, reading)}
            <div class="prose" lang="{reading.Draft.Language}">{ReadingText.For(visit, reading)}</div>
            </article>
            <aside aria-label="About this document">{Facts(reading)}{Files(visit, reading)}{Related(visit, reading)}
            <p><a class="button quiet" href="/portal/questions/new?document={reading.Document.ExternalId}">Ask about this document</a></p>
            {(!reading.TakesResults ? Html.Empty : Html.Of($"""
                <p><a class="button quiet"
                href="/portal/test-results/new?document={reading.Document.ExternalId}">Record a test result</a></p>
                """))}
            </aside>
            <div>
            {DocumentResponses.Acknowledgement(visit, reading)}
            {DocumentResponses.Feedback(visit, reading)}
            </div>
            </div>
            """), visit) { Place = "/portal/documents" };
    }

    private static Html Banners(Visit visit, Reading reading)
    {
        var today = DateOnly.FromDateTime(visit.Grid.Clock.GetUtcNow().UtcDateTime);
        var successor = visit.Library.Find(reading.Document.SupersededBy);
        var instead = successor is null
            ? Html.Raw("This document is no longer in force.")
            : Html.Of($"""Please read <a href="{successor.Path}">{successor.Document.Title}</a> instead.""");
        var superseded = reading.Document.State == "superseded"
            ? Html.Of($"""<p class="notice yellow"><strong>Superseded.</strong> {instead}</p>""")
            : Html.Empty;
        var expired = reading.Draft.EffectiveTo < today
            ? Html.Of($"""<p class="notice yellow"><strong>Expired</strong> on {PortalText.Day(reading.Draft.EffectiveTo.Value)}.</p>""")
            : Html.Empty;
        var coming = reading.Draft.EffectiveFrom > today
            ? Html.Of($"""<p class="notice blue"><strong>In force from {PortalText.Day(reading.Draft.EffectiveFrom.Value)}.</strong></p>""")
            : Html.Empty;
        return Html.Of($"{superseded}{expired}{coming}");
    }

    private static Html Facts(Reading reading) => Html.Of($"""
        <dl class="facts">
        {Html.Each(reading.Draft.Facts, fact => Fact(fact.Label, fact.Value))}
        {(reading.Draft.EffectiveFrom is { } from ? Fact("Effective", PortalText.Day(from)) : Html.Empty)}
        {(reading.Draft.EffectiveTo is { } to ? Fact("Valid until", PortalText.Day(to)) : Html.Empty)}
        {Fact("Published", PortalText.Day(reading.Revision.PublishedAt!.Value))}
        {Fact("Revision", reading.Revision.Number.ToString())}
        </dl>
        """);

    private static Html Fact(string label, string value) =>
        Html.Of($"<div><dt>{label}</dt><dd>{Html.Join(value.Split('\n').Select(line => Html.Of($"{line}")), "<br>")}</dd></div>");

    private static Html Files(Visit visit, Reading reading) => reading.Draft.Attachments.Count == 0 ? Html.Empty : Html.Of($"""
        <h2>Files</h2><ul class="files">{Html.Each(reading.Draft.Attachments, file => Html.Of($"""
            <li><a href="{reading.Path}/files/{file.Sha256}/{Uri.EscapeDataString(file.FileName)}?download=1">{file.FileName}</a>
            <span class="meta">{PortalText.Size(visit.Grid.Attachments.Find(visit.Community.Id, file.Sha256)!.Size)}</span></li>
            """))}</ul>
        """);

    private static Html Related(Visit visit, Reading reading)
    {
        var related = reading.Draft.Related.Select(visit.Library.Find).OfType<Reading>().ToList();
        return related.Count == 0 ? Html.Empty : Html.Of($"""
            <h2>Related</h2>
            <ul class="files">{Html.Each(related, other => Html.Of($"""<li><a href="{other.Path}">{other.Document.Title}</a></li>"""))}</ul>
            """);
    }
}
