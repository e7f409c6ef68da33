namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>A page that a splice would give, and the references of inline comments that would lose their place in it.</summary>
internal sealed record SpliceAttempt(string Storage, IReadOnlyCollection<string> Lost);
