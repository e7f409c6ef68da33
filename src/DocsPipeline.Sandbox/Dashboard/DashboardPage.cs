using DocsPipeline.Sandbox.Control;
using DocsPipeline.Sandbox.Systems;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.Dashboard;

/// <summary>The first page: the three systems, what is going wrong on purpose, what happened last, who may sign in where.</summary>
internal static class DashboardPage
{
    private const int Shown = 25;

    public static void MapDashboard(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(
            "/",
            (SystemLandscape landscape, RequestLog log, FaultTable faults, SandboxClock clock) => Render(landscape, log, faults, clock));
        routes.MapGet("/_sandbox/reset", () => ConfirmReset());
    }

    private static HtmlPage Render(SystemLandscape landscape, RequestLog log, FaultTable faults, SandboxClock clock) =>
        new("Sandbox", Html.Of($"""
        <h1>Three systems on this machine</h1>
        <p>Confluence, where Halden Retail writes; GitHub, where it reviews; Trading Grid, where its partners read. Nothing here reaches the
        outside.</p>
        <div class="cards">{Html.Each(landscape.Systems, Card)}</div>
        <p class="soft">It is <time datetime="{clock.GetUtcNow():O}">{clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC</time> in the
        sandbox{(clock.Offset == TimeSpan.Zero ? "." : ", which is not this machine's time.")}</p>
        {Faults(faults.All())}
        {Requests(log.All())}
        <h2>Who may sign in</h2>
        <p class="soft">These are no secrets: the sandbox listens on this machine only, and everything in it is invented.</p>
        <div class="scroll" tabindex="0" role="group" aria-label="Credentials"><table><thead><tr><th>System</th><th>Who</th><th>How</th>
        <th>User</th><th>Token or password</th></tr></thead>
        <tbody>{Html.Each(landscape.Systems.SelectMany(system => system.Credentials), Row)}</tbody></table></div>
        <h2>Start over</h2>
        <p>A reset drops everything that happened and brings back the beginning of the story.</p>
        <div class="actions"><a class="button quiet" href="/_sandbox/reset">Reset…</a></div>
        """));

    private static HtmlPage ConfirmReset() => new("Reset the sandbox?", Html.Raw("""
        <h1>Reset the sandbox?</h1>
        <p>Every page, pull request, case and acknowledgement since the last reset is gone afterwards. The clock goes back to this machine's
        time.</p>
        <div class="actions"><form method="post" action="/_sandbox/reset" enctype="application/x-www-form-urlencoded">
        <input type="hidden" name="back" value="/"><button class="danger">Yes, reset</button></form>
        <a class="button quiet" href="/">No, keep everything</a></div>
        """));

    private static Html Card(ISandboxSystem system) => Html.Of($"""
        <section class="card"><h2><a href="{system.Home}">{system.Title}</a></h2>
        <ul class="counts">{Html.Each(system.Counts(), count => Html.Of($"<li><strong>{count.Value:N0}</strong> {count.Key}</li>"))}</ul>
        </section>
        """);

    private static Html Row(Credential each) => Html.Of($"""
        <tr><td>{each.System}</td><td>{each.Who}</td><td>{each.How}</td><td>{Code(each.User)}</td><td>{Code(each.Secret)}</td></tr>
        """);

    private static Html Code(string text) => text.Length == 0 ? Html.Empty : Html.Of($"<code>{text}</code>");

    private static Html Faults(IReadOnlyList<Fault> faults) => faults.Count == 0 ? Html.Empty : Html.Of($"""
        <h2>Faults in force</h2>
        <ul>{Html.Each(faults, fault => Html.Of($"""
            <li><span class="tag red">{What(fault)}</span> the next {fault.Times} calls of
            <code>{fault.Method ?? "any method"} {fault.Route}</code>{After(fault)}</li>
            """))}</ul>
        """);

    private static string What(Fault fault) => fault switch
    {
        { Drop: true } => "drops",
        { Status: { } status } => $"answers {status} to",
        _ => $"delays by {fault.DelayMs} ms",
    };

    private static string After(Fault fault) =>
        (fault.AfterEffect ? ", after they took effect" : "") + (fault.Skip > 0 ? $", after {fault.Skip} more" : "");

    private static Html Requests(IReadOnlyList<RecordedRequest> all) => all.Count == 0 ? Html.Empty : Html.Of($"""
        <h2>Last requests</h2>
        <div class="scroll" tabindex="0" role="group" aria-label="Last requests"><table><thead><tr><th>Time</th><th>Who</th><th>Request</th>
        <th>Status</th></tr></thead>
        <tbody>{Html.Each(all.TakeLast(Shown).Reverse(), Request)}</tbody></table></div>
        <p class="soft">{all.Count:N0} since the start; all of them: <a href="/_sandbox/requests">/_sandbox/requests</a></p>
        """);

    private static Html Request(RecordedRequest request) => Html.Of($"""
        <tr><td class="time">{request.Time:HH:mm:ss}</td><td>{request.Actor ?? "–"}</td><td><code>{request.Method} {request.Path}</code>
        </td><td><span class="tag {Colour(request.Status)}">{(request.Status == 0 ? "dropped" : $"{request.Status}")}</span></td></tr>
        """);

    private static string Colour(int status) => status switch
    {
        0 or >= 500 => "red",
        >= 400 => "yellow",
        >= 300 => "blue",
        _ => "green",
    };
}
