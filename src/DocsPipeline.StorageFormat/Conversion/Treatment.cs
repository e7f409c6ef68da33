namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>What became of an element: it has a Markdown form, it is kept as an opaque form that converts back exactly, or it is gone.</summary>
public enum Treatment
{
    Converted,
    Preserved,
    Dropped,
}
