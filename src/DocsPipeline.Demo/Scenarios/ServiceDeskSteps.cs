using DocsPipeline.Demo.Clients;

namespace DocsPipeline.Demo.Scenarios;

/// <summary>
/// What the sponsor's service desk does in the community: it declares an incident, and resolves that and the partner's case.
/// </summary>
internal sealed class ServiceDeskSteps(ServiceDeskClient desk, IProgress<string> steps)
{
    private const string RootCause = $"The {DemoScenario.InternalCause} and lost its private key entry.";

    public async Task DeclareIncidentAsync(CancellationToken cancellation)
    {
        await desk.PostAsync("incidents", new
        {
            title = "AS2 receipts unsigned",
            severity = 2,
            startedAt = "2026-11-20T06:00:00Z",
            detectedAt = "2026-11-20T06:40:00Z",
            environment = "production",
            affectedTransactions = new[] { "850", "997" },
            impact = new
            {
                summary = "Receipts (MDN) for inbound messages were sent without a signature for 70 minutes.",
                documentsDelayed = 38,
                documentsLost = 0,
            },
            partnerImpact = new[]
            {
                new { partnerId = "acme", description = $"{DemoScenario.OnlyForAcme} have been sent again with a signature." },
            },
            timeline = new[]
            {
                new { at = "2026-11-20T06:40:00Z", @event = "A partner reports unsigned receipts" },
                new { at = "2026-11-20T07:10:00Z", @event = "Signing key restored" },
            },
            correctiveActions = new[] { CorrectiveAction(done: false) },
            preventiveActions = new[] { PreventiveAction() },
            rootCause = RootCause,
        }, cancellation);
        steps.Report("The service desk declared an incident");
    }

    public async Task ResolveAsync(CancellationToken cancellation)
    {
        await desk.PostAsync($"cases/{await NewestAsync("cases", cancellation)}/resolve", new
        {
            rootCauseCategory = "partner-data",
            rootCause = "The partner's map drops MAN when a shipment has one carton.",
            steps = new[] { "Partner corrected the map", "Ship notice sent again under a new ISA13", "997 accepted" },
            partnerSummary = "Your map left out MAN for single cartons; the corrected notice was accepted.",
        }, cancellation);
        await desk.PostAsync($"incidents/{await NewestAsync("incidents", cancellation)}/resolve", new
        {
            resolvedAt = "2026-11-20T07:10:00Z",
            rootCause = RootCause,
            correctiveActions = new[] { CorrectiveAction(done: true) },
            preventiveActions = new[] { PreventiveAction() },
        }, cancellation);
        steps.Report("The service desk resolved the case and the incident");
    }

    private async Task<string?> NewestAsync(string list, CancellationToken cancellation) =>
        (await desk.GetAsync(list, cancellation)).GetProperty("items")[0].GetProperty("id").GetString();

    private static object CorrectiveAction(bool done) =>
        new { id = "CA-1", action = "Send the unsigned receipts again", owner = "EDI operations", due = "2026-11-21", done };

    private static object PreventiveAction() => new
    {
        id = "PA-1", action = "Check the signature of our own receipts every five minutes", owner = "EDI platform", due = "2026-12-11",
    };
}
