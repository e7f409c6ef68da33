using DocsPipeline.Sandbox.TradingGrid.Contract;
using static DocsPipeline.Sandbox.TradingGrid.Contract.Shape;

namespace DocsPipeline.Sandbox.TradingGrid.Incidents;

internal static class IncidentShapes
{
    public static Shape Timeline { get; } = Object(Must("at", Time), Must("event", Text(1, 1000)));

    public static Shape Actions { get; } = List(
        Object(
            Must("id", Text(1, 40)), Must("action", Text(1, 1000)), Must("owner", Text(1, 100)), Must("due", Date),
            May("partnerId", Text(1, 60).OrNull), May("done", Flag)),
        50);

    public static Shape New { get; } = Object(Fields(required: true));

    public static Shape Change { get; } = Object(Fields(required: false));

    public static Shape Resolve { get; } = Object(
        Must("resolvedAt", Time), Must("rootCause", Text(1, 4000)), Must("correctiveActions", Actions), Must("preventiveActions", Actions));

    private static Field[] Fields(bool required) =>
    [
        new("title", Text(1, 200), required),
        new("severity", Integer(1, 4), required),
        new("startedAt", Time, required),
        new("detectedAt", Time, required),
        new("impact", Object(
            Must("summary", Text(1, 2000)), May("documentsDelayed", Integer(0).OrNull), May("documentsLost", Integer(0).OrNull)), required),
        May("environment", Shapes.Environment),
        May("affectedTransactions", List(Text(0, 20), 50)),
        May("partnerImpact", List(Object(Must("partnerId", Text(1, 60)), Must("description", Text(1, 2000))), 200)),
        May("timeline", List(Timeline, 500)),
        May("correctiveActions", Actions),
        May("preventiveActions", Actions),
        May("rootCause", Text(0, 4000).OrNull),
    ];
}
