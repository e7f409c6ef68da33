using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Documents;
using static DocsPipeline.Sandbox.TradingGrid.Contract.Shape;

namespace DocsPipeline.Sandbox.TradingGrid.Answers;

internal static class AnswerShapes
{
    public static Shape TestRun { get; } = Object(
        Must("partnerId", Text(1, 60)),
        Must("planId", Text(1, 120)),
        May("document", Shapes.ExternalId.OrNull),
        May("comment", Text(0, 4000).OrNull),
        Must("results", List(
            Object(
                Must("testCaseId", Text(1, 40, DocumentShapes.TestCasePattern())),
                Must("status", OneOf("passed", "failed", "blocked")),
                May("ackStatus", Shapes.AckStatus.OrNull),
                May("errors", List(Text(1, 1000), 50)),
                May("evidence", Text(0, 1000).OrNull)),
            200, 1)));

    public static Shape Certify { get; } = Object(Must("validUntil", Date));

    public static Shape Answer { get; } = Object(Must("body", Text(1, 8000)), May("document", Shapes.ExternalId.OrNull));
}
