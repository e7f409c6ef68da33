using DocsPipeline.Sandbox.TradingGrid.Cases;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>One case: what the partner wrote, what is meant for the partner, and nothing internal.</summary>
internal static class CasePage
{
    public static Case Get(Visit visit) =>
        visit.Grid.Store.FindByName<Case>(visit.Community.Id, visit.Route("number")) is { } about && about.PartnerId == visit.Partner.Id
            ? about
            : throw new PortalRefusal();

    public static PortalPage Render(Visit visit) => Page(visit, Get(visit), FormState.Empty);

    public static IResult Comment(Visit visit, IFormCollection form)
    {
        var about = Get(visit);
        var reading = new FormReading(form);
        var body = reading.Optional("body", 8000);
        var file = reading.Fits ? PortalFiles.Keep(visit, form, reading) : null;
        if (body is null && file is null)
        {
            reading.Wrong("body", "Please write something or choose a file.");
        }

        if (!reading.Fits)
        {
            return Page(visit, about, reading.State) with { Status = StatusCodes.Status422UnprocessableEntity };
        }

        if (body is not null)
        {
            about = visit.Grid.Cases.Comment(visit.Community.Id, about, body, "partner", visit.User.Actor(), visit.User.Name).Case;
        }

        if (file is not null)
        {
            visit.Grid.Cases.Attach(visit.Community.Id, about, file);
        }

        return new SeeOther($"/portal/cases/{about.Number}?done={(body is null ? "file" : "comment")}");
    }

    private static PortalPage Page(Visit visit, Case about, FormState state) => new($"{about.Number} {about.Subject}", Html.Of($"""
        <p class="crumb"><a href="/portal/cases">Cases</a></p>
        <div class="reading">
        <article>
        <p class="kind">{about.Number} {CaseList.Status(about)}</p>
        <h1>{about.Subject}</h1>
        {Resolution(about)}
        {Helpful(visit, about)}
        <ol class="talk">
        {Entry(about.Reporter?.Name ?? "Service desk", about.CreatedAt, about.Description)}
        {Html.Each(about.Comments.Where(comment => comment.Visibility == "partner"), comment =>
            Entry(comment.AuthorName, comment.CreatedAt, comment.Body))}
        </ol>
        </article>
        <aside aria-label="About this case">{Facts(about)}{Files(visit, about)}</aside>
        <div>{(about.Status == "closed" ?
            Html.Raw("<p class=\"soft\">This case is closed. If it happens again, please raise a new one.</p>")
            : Reply(visit, about, state))}</div>
        </div>
        """), visit)
    { Place = "/portal/cases" };

    private static Html Resolution(Case about) => about is not { Status: "resolved" or "closed", Resolution: { } resolution }
        ? Html.Empty
        : Html.Of($"""
            <div class="notice green"><p><strong>Resolved on {PortalText.Day(resolution.ResolvedAt)}.</strong></p>
            {PortalText.Paragraphs(resolution.PartnerSummary ?? "")}</div>
            """);

    // A linked document that this company may not read is not mentioned.
    private static Html Helpful(Visit visit, Case about)
    {
        var readable = about.Documents.Select(visit.Library.Find).OfType<Reading>().ToList();
        return readable.Count == 0 ? Html.Empty : Html.Of($"""
            <div class="notice blue"><p><strong>This may help:</strong></p>
            <ul>{Html.Each(readable, reading => Html.Of($"""<li><a href="{reading.Path}">{reading.Document.Title}</a></li>"""))}</ul></div>
            """);
    }

    private static Html Entry(string author, DateTimeOffset at, string text) =>
        Html.Of($"""<li><p class="meta"><strong>{author}</strong> · {PortalText.Time(at)}</p>{PortalText.Paragraphs(text)}</li>""");

    private static Html Reply(Visit visit, Case about, FormState state) => Html.Of($"""
        <section class="answer" aria-labelledby="reply"><h2 id="reply">Add to this case</h2>{Forms.Problems(state)}
        <form method="post" action="/portal/cases/{about.Number}/comments" enctype="multipart/form-data">{Forms.Token(visit)}
        {Forms.Area(state, "body", "Comment", rows: 4)}
        {Forms.File(state, "file", "A file", "At most 25 MB.")}
        <button>Add</button></form></section>
        """);

    private static Html Facts(Case about) => Html.Of($"""
        <dl class="facts">
        {Fact("About", CaseWords.Categories[about.Category])}
        {Fact("Severity", CaseWords.Severities[about.Severity].Split(':')[0])}
        {Fact("Environment", about.Environment == "test" ? "Test" : "Production")}
        {Fact("Standard", about.TransactionRef?.Standard)}
        {Fact("Set or message", about.TransactionRef?.Set)}
        {Fact("Version", about.TransactionRef?.Version)}
        {Fact("Document number", about.TransactionRef?.DocumentNumber)}
        {Fact("Interchange", about.TransactionRef?.InterchangeControlNumber)}
        {Fact("Group", about.TransactionRef?.GroupControlNumber)}
        {Fact("Transaction", about.TransactionRef?.TransactionControlNumber)}
        {Fact("Acknowledgement", about.TransactionRef?.AckStatus)}
        {Fact("AS2 message id", about.TransactionRef?.As2MessageId)}
        {Fact("Opened", PortalText.Day(about.CreatedAt))}
        {Fact("Answer due", about.Status is "resolved" or "closed" || about.SlaDueAt is null ? null : PortalText.Day(about.SlaDueAt.Value))}
        </dl>
        """);

    private static Html Fact(string label, string? value) =>
        value is null ? Html.Empty : Html.Of($"<div><dt>{label}</dt><dd>{value}</dd></div>");

    private static Html Files(Visit visit, Case about)
    {
        var files = about.Attachments.Where(file => file.Visibility == "partner").ToList();
        return files.Count == 0
            ? Html.Empty
            : Html.Of($"""<h2>Files</h2><ul class="files">{Html.Each(files, file => File(visit, about, file))}</ul>""");
    }

    private static Html File(Visit visit, Case about, CaseFile file) =>
        visit.Grid.Attachments.Find(visit.Community.Id, file.Sha256)!.ScanStatus switch
        {
            "clean" => Html.Of($"""
            <li><a href="/portal/cases/{about.Number}/files/{file.Sha256}/{Uri.EscapeDataString(file.FileName)}?download=1">
            {file.FileName}</a></li>
            """),
            "pending" => Html.Of($"""<li>{file.FileName} <span class="tag yellow">being checked</span></li>"""),
            _ => Html.Of($"""<li>{file.FileName} <span class="tag red">blocked: malware</span></li>"""),
        };
}
