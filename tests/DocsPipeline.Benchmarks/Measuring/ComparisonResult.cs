namespace DocsPipeline.Benchmarks.Measuring;

/// <summary>What a comparison came to. <see cref="Load"/> is what else the machine was doing: its load average before and after, where it
/// tells.</summary>
internal sealed record ComparisonResult(Comparison Comparison, IReadOnlyList<ResultRow> Rows, string Load);
