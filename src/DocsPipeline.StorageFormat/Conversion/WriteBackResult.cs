namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>Markdown as storage format; <see cref="Storage"/> is null where the Markdown or the base could not be read.</summary>
public sealed class WriteBackResult
{
    private readonly Lazy<ConversionReport> report;

    internal WriteBackResult(string? storage, Func<ConversionReport> report, IReadOnlyList<ConversionFinding> findings)
    {
        (Storage, Findings) = (storage, findings);
        this.report = new Lazy<ConversionReport>(report);
    }

    /// <summary>The same with one finding more, in front.</summary>
    internal WriteBackResult With(ConversionFinding finding) => new(Storage, () => Report.With([finding]), [finding, .. Findings]);

    /// <summary>The page's body, well-formed.</summary>
    public string? Storage { get; }

    /// <summary>
    /// What stands in the page, as Export would report it. Made when it is asked for: for a new page that takes a conversion of its own.
    /// </summary>
    public ConversionReport Report => report.Value;

    /// <summary>Why there is no page, what of the Markdown has no place in it, and which inline comments lost their text.</summary>
    public IReadOnlyList<ConversionFinding> Findings { get; }
}
