namespace DocsPipeline.Benchmarks.Measuring;

/// <summary>Contenders over the same inputs; the row named <see cref="Ours"/> is what the others are set in relation to.</summary>
internal sealed record Comparison(string Title, string Ours, IReadOnlyList<Contender> Contenders);
