using DocsPipeline.Sandbox.TradingGrid.Answers;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>The company's own test runs.</summary>
internal static class TestResultPages
{
    public static PortalPage List(Visit visit)
    {
        var runs = visit.Grid.Store.All<TestRun>(visit.Community.Id, visit.Partner.Id);
        runs.Reverse();
        return new PortalPage("Test results", Html.Of($"""
            <div class="head"><h1>Test results</h1><a class="button" href="/portal/test-results/new">Record a test result</a></div>
            {(runs.Count == 0 ? Html.Raw("<p class=\"empty\">No test results yet.</p>") :
            Html.Of($"""<ul class="rows">{Html.Each(runs, run => Row(visit, run))}</ul>"""))}
            """), visit)
        { Place = "/portal/test-results" };
    }

    public static PortalPage One(Visit visit)
    {
        var run = visit.Grid.Store.FindByName<TestRun>(visit.Community.Id, visit.Route("number")) is { } found
            && found.PartnerId == visit.Partner.Id
            ? found : throw new PortalRefusal();
        var document = visit.Library.Find(run.Document);
        return new PortalPage($"Test result {run.Number}", Html.Of($"""
            <p class="crumb"><a href="/portal/test-results">Test results</a></p>
            <p class="kind">{run.Number} {Outcome(run)}</p>
            <h1>{document?.Document.Title ?? run.PlanId}</h1>
            <p class="meta">Recorded {PortalText.Time(run.CreatedAt)}{(run.Reporter is null ? "" :
            $" by {run.Reporter.Name}")}{(run.Certification is { } signed ? $" · certified until {PortalText.Day(signed.ValidUntil)}" :
            "")}</p>
            <div class="scroll" tabindex="0" role="region" aria-label="Results"><table><thead><tr><th scope="col">Test case</th>
            <th scope="col">Result</th><th scope="col">Acknowledgement</th><th scope="col">Errors</th><th scope="col">Evidence</th></tr>
            </thead>
            <tbody>{Html.Each(run.Results, Result)}</tbody></table></div>
            {(run.Comment is null ? Html.Empty : PortalText.Paragraphs(run.Comment))}
            """), visit)
        { Place = "/portal/test-results" };
    }

    private static Html Row(Visit visit, TestRun run) => Html.Of($"""
        <li><a class="title" href="/portal/test-results/{run.Number}">{visit.Library.Find(run.Document)?.Document.Title ?? run.PlanId}</a>
        {Outcome(run)}
        <p class="meta">{run.Number} · {(run.Results.Count == 1 ? "1 test case" : $"{run.Results.Count} test cases")} ·
        {PortalText.Day(run.CreatedAt)}</p></li>
        """);

    private static Html Result(TestResult result) => Html.Of($"""
        <tr><th scope="row">{result.TestCaseId}</th><td><span class="tag {Colour(result.Status)}">{result.Status}</span></td>
        <td>{result.AckStatus ?? "–"}</td>
        <td>{Html.Join(result.Errors.Select(error => Html.Of($"{error}")), "<br>")}</td><td>{result.Evidence}</td></tr>
        """);

    private static Html Outcome(TestRun run) => run.Certification is null
        ? Html
            .Of($"""<span class="tag {Colour(run.Outcome)}">{run.Outcome}</span>""") : Html
            .Raw("<span class=\"tag green\">certified</span>");

    private static string Colour(string status) => status switch { "passed" => "green", "failed" => "red", _ => "yellow" };
}
