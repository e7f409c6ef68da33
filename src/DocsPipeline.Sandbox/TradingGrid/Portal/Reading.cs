using DocsPipeline.Sandbox.TradingGrid.Documents;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>A readable document with its published revision.</summary>
internal sealed record Reading(Document Document, Revision Revision)
{
    private static readonly HashSet<string> TestKinds = ["test-instructions", "test-schedule", "readiness-checklist"];

    public DocumentDraft Draft => Revision.Draft;

    public string Path => $"/portal/documents/{Document.ExternalId}";

    /// <summary>Whether results can be recorded against it.</summary>
    public bool TakesResults => Draft.TestPlan is not null || TestKinds.Contains(Document.Kind);
}
