namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>
/// What became of an element: it has a Markdown form, it is kept as an opaque form that converts back exactly, or it is gone.
/// </summary>
public enum Treatment
{
    /// <summary>Written in Markdown, or in HTML that reads like it.</summary>
    Converted,

    /// <summary>Kept in a form that only converts back.</summary>
    Preserved,

    /// <summary>Not in the Markdown; a finding says so.</summary>
    Dropped,
}
