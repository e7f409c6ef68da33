namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>How much a finding weighs: with an <see cref="Error"/> there is no output.</summary>
public enum FindingSeverity
{
    /// <summary>Nothing was converted.</summary>
    Error,

    /// <summary>Something of the page was lost or changed.</summary>
    Warning,

    /// <summary>Nothing was lost, but somebody should know.</summary>
    Note,
}
