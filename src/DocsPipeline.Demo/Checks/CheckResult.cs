namespace DocsPipeline.Demo.Checks;

/// <summary>A statement about the three systems, and whether it holds.</summary>
internal sealed record CheckResult(string Name, bool Passed);
