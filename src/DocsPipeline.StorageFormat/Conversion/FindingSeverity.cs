namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>How much a finding weighs: with an <see cref="Error"/> there is no output.</summary>
public enum FindingSeverity
{
    Error,
    Warning,
    Note,
}
