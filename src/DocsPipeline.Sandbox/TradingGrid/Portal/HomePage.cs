using DocsPipeline.Sandbox.TradingGrid.Cases;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>What needs attention, what is new, what is going on.</summary>
internal static class HomePage
{
    public static PortalPage Render(Visit visit)
    {
        var readings = visit.Library.All();
        var waiting = visit.Library.Waiting(readings);
        var recent = readings.Where(reading => reading.Document.State == "published" && !waiting.Contains(reading)).Take(6).ToList();
        var cases = visit.Grid.Store.All<Case>(visit.Community.Id, visit.Partner.Id)
            .Where(about => about.Status != "closed")
            .Reverse()
            .Take(5)
            .ToList();
        return new PortalPage("Home", Html.Of($"""
            <h1>Welcome, {visit.User.Name.Split(' ')[0]}</h1>
            <p class="lead">Everything that {visit.Community.Sponsor.Name} shares with {visit.Partner.Name}.</p>
            {Notices(waiting)}
            <form class="search" role="search" action="/portal/documents"><label for="q">Search your documents</label>
            <div class="row"><input type="search" id="q" name="q" maxlength="200"><button>Search</button></div></form>
            <div class="columns">
            <section aria-labelledby="new"><h2 id="new">Recently published</h2>
            {(recent.Count == 0
                ? Html.Raw("<p class=\"soft\">Nothing yet. Documents appear here as soon as they are published for you.</p>")
                : Html.Of($"""
                    <ul class="rows">{Html.Each(recent, DocumentList.Row)}</ul>
                    <p><a href="/portal/documents">All documents</a></p>
                    """))}
            </section>
            <section aria-labelledby="do"><h2 id="do">Need something?</h2>
            <ul class="doors">
            <li><a href="/portal/cases/new"><strong>Raise a case</strong> A transaction failed, a connection is down.</a></li>
            <li><a href="/portal/questions/new"><strong>Ask a question</strong> About a document or how we work.</a></li>
            <li><a href="/portal/test-results/new"><strong>Record a test result</strong> For the tests we agreed on.</a></li>
            </ul>
            {(cases.Count == 0 ? Html.Empty : Html.Of($"""<h2>Your cases</h2><ul class="rows">{Html.Each(cases, CaseList.Row)}</ul>"""))}
            </section>
            </div>
            """), visit);
    }

    private static Html Notices(List<Reading> waiting) => waiting.Count == 0 ? Html.Empty : Html.Of($"""
        <section class="attention" aria-labelledby="attention"><h2 id="attention">Please read and confirm</h2>
        <ul>{Html.Each(waiting, reading => Html.Of($"""
            <li><a href="{reading.Path}">{reading.Document.Title}</a> <span class="meta">{PortalText.Kind(reading.Document.Kind)} ·
            {PortalText.Day(reading.Revision.PublishedAt!.Value)}</span></li>
            """))}</ul></section>
        """);
}
