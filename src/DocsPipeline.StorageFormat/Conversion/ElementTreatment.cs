
namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>How often an element had one treatment.</summary>
public sealed record ElementTreatment(string Element, Treatment Treatment, int Count);
