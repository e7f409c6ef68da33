namespace DocsPipeline.Sandbox.TradingGrid.Documents;

/// <summary>What a partner is to test, case by case.</summary>
internal sealed record TestPlan(string PlanId, IReadOnlyList<TestCase> TestCases);

internal sealed record TestCase(string Id, string Title, string? Transaction = null, bool Mandatory = true);
