using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>All readable documents, with search. Only what is readable is ever counted.</summary>
internal static class DocumentList
{
    public static PortalPage Render(Visit visit)
    {
        var readable = visit.Library.All();
        var (query, kind) = (visit.Query("q"), visit.Query("kind"));
        var words = query.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var found = readable
            .Where(reading => (kind.Length == 0 || reading.Document.Kind == kind) && (words.Length == 0 || Matches(reading, words)))
            .ToList();
        var kinds = readable.Select(reading => reading.Document.Kind).Distinct().Order(StringComparer.Ordinal);
        return new PortalPage(query.Length == 0 ? "Documents" : $"Search: {query}", Html.Of($"""
            <h1>Documents</h1>
            <form class="search" role="search" action="/portal/documents">
            <div class="row"><div class="grow"><label for="q">Search</label>
            <input type="search" id="q" name="q" value="{query}" maxlength="200"></div>
            <div><label for="kind">Kind</label><select id="kind" name="kind"><option value="">All kinds</option>
            {Html.Each(kinds, name => Html.Of($"""
                <option value="{name}"{(name == kind ? Html.Raw(" selected") : Html.Empty)}>{PortalText.Kind(name)}</option>
                """))}</select></div>
            <button>Show</button></div></form>
            <p class="meta" role="status">{Count(found.Count)}{(query.Length == 0 ? "" : $" for “{query}”")}</p>
            {(found.Count == 0 ? Nothing(readable.Count)
                : Html.Of($"""<ul class="rows">{Html.Each(found, reading => Row(reading, visit))}</ul>"""))}
            """), visit)
        { Place = "/portal/documents" };
    }

    public static Html Row(Reading reading) => Row(reading, null);

    private static Html Row(Reading reading, Visit? visit) => Html.Of($"""
        <li><a class="title" href="{reading.Path}">{reading.Document.Title}</a>{Marks(reading, visit)}
        {(reading.Draft.Summary is { Length: > 0 } summary ? Html.Of($"<p>{summary}</p>") : Html.Empty)}
        <p class="meta">{PortalText.Kind(reading.Document.Kind)} · published {PortalText.Day(reading.Revision.PublishedAt!.Value)}</p></li>
        """);

    private static Html Marks(Reading reading, Visit? visit)
    {
        if (reading.Document.State == "superseded")
        {
            var successor = visit?.Library.Find(reading.Document.SupersededBy);
            var replaced = successor is null ? Html.Empty : Html.Of($"""
                 <span class="meta">replaced by <a href="{successor.Path}">{successor.Document.Title}</a></span>
                """);
            return Html.Of($""" <span class="tag yellow">Superseded</span>{replaced}""");
        }

        return visit is not null && reading.Draft.AcknowledgementRequired
            ? Html.Raw(visit.Library.IsAcknowledged(reading)
                ? " <span class=\"tag green\">Confirmed</span>"
                : " <span class=\"tag blue\">Please confirm</span>")
            : Html.Empty;
    }

    private static bool Matches(Reading reading, IEnumerable<string> words)
    {
        var text = ReadingText.Words(reading);
        return words.All(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private static string Count(int count) => count switch { 0 => "No documents", 1 => "1 document", _ => $"{count} documents" };

    private static Html Nothing(int readable) => readable == 0
        ? Html.Raw("<p class=\"empty\">Documents appear here as soon as they are published for your company.</p>")
        : Html.Raw("<p class=\"empty\">Nothing fits. Try fewer or other words, or <a href=\"/portal/documents\">show everything</a>.</p>");
}
