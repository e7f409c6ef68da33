using DocsPipeline.Sandbox.TradingGrid.Contract;
using static DocsPipeline.Sandbox.TradingGrid.Contract.Shape;

namespace DocsPipeline.Sandbox.TradingGrid.Cases;

internal static class CaseShapes
{
    public static Shape TransactionRef { get; } = Object(
        May("standard", OneOf("X12", "EDIFACT").OrNull),
        May("set", Text(0, 10).OrNull),
        May("version", Text(0, 20).OrNull),
        May("interchangeControlNumber", Text(0, 20).OrNull),
        May("groupControlNumber", Text(0, 20).OrNull),
        May("transactionControlNumber", Text(0, 20).OrNull),
        May("documentNumber", Text(0, 60).OrNull),
        May("ackStatus", Shapes.AckStatus.OrNull),
        May("as2MessageId", Text(0, 200).OrNull));

    public static Shape New { get; } = Object(
        Must("partnerId", Text(1, 60)),
        Must("category", OneOf([.. CaseWords.Categories.Keys])),
        Must("severity", Integer(1, 4)),
        Must("subject", Text(1, 200)),
        Must("description", Text(1, 8000)),
        May("environment", Shapes.Environment),
        May("transactionRef", TransactionRef.OrNull),
        May("externalRefs", Shapes.ExternalRefs));

    public static Shape Change { get; } = Object(
        May("status", OneOf([.. CaseWords.Statuses.Keys])),
        May("severity", Integer(1, 4)),
        May("category", OneOf([.. CaseWords.Categories.Keys])),
        May("slaDueAt", Time.OrNull));

    public static Shape Comment { get; } = Object(
        Must("body", Text(1, 8000)), May("visibility", Shapes.Visibility), May("externalRefs", Shapes.ExternalRefs));

    public static Shape File { get; } = Object(
        Must("sha256", Shapes.Sha256), Must("fileName", Shapes.FileName), May("visibility", Shapes.Visibility));

    public static Shape Resolve { get; } = Object(
        Must("rootCauseCategory", OneOf(CaseWords.RootCauses)),
        Must("rootCause", Text(1, 4000)),
        Must("steps", List(Text(1, 1000), 50, 1)),
        May("partnerSummary", Text(0, 4000).OrNull));

    public static Shape Reopen { get; } = Object(Must("reason", Text(1, 2000)));
}
