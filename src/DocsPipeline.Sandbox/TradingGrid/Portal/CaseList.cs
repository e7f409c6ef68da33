using DocsPipeline.Sandbox.TradingGrid.Cases;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>The company's own cases, the latest on top.</summary>
internal static class CaseList
{
    public static PortalPage Render(Visit visit)
    {
        var cases = visit.Grid.Store.All<Case>(visit.Community.Id, visit.Partner.Id);
        cases.Reverse();
        return new PortalPage("Cases", Html.Of($"""
            <div class="head"><h1>Cases</h1><a class="button" href="/portal/cases/new">Raise a case</a></div>
            {(cases.Count == 0
                ? Html.Raw("<p class=\"empty\">No cases. When a transaction fails or a connection is down, raise one: "
                    + "it reaches the people who can help.</p>")
                : Html.Of($"""<ul class="rows">{Html.Each(cases, Row)}</ul>"""))}
            """), visit)
        { Place = "/portal/cases" };
    }

    public static Html Row(Case about) => Html.Of($"""
        <li><a class="title" href="/portal/cases/{about.Number}">{about.Subject}</a> {Status(about)}
        <p class="meta">{about.Number} · {CaseWords.Categories[about.Category]} · opened {PortalText.Day(about.CreatedAt)}</p></li>
        """);

    public static Html Status(Case about) =>
        Html.Of($"""<span class="tag {Colour(about.Status)}">{CaseWords.Statuses[about.Status]}</span>""");

    private static string Colour(string status) => status switch
    {
        "resolved" or "closed" => "green",
        "waiting_on_partner" => "yellow",
        _ => "blue",
    };
}
