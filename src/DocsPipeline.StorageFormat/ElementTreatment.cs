namespace DocsPipeline.StorageFormat;

/// <summary>How often an element had one treatment.</summary>
public sealed record ElementTreatment(string Element, Treatment Treatment, int Count);
