namespace DocsPipeline.StorageFormat.Conversion;

/// <summary>What became of every element of a page, by name (a macro as <c>macro:info</c>), in ordinal order.</summary>
public sealed record ConversionReport(int Converted, int Preserved, int Dropped, IReadOnlyList<ElementTreatment> Elements)
{
    /// <summary>Of a page that could not be read.</summary>
    public static ConversionReport Empty { get; } = new(0, 0, 0, []);

    /// <summary>With what of the Markdown has no place in the page.</summary>
    internal ConversionReport With(IReadOnlyCollection<ConversionFinding> findings)
    {
        var dropped = findings.Count(finding => finding.Kind == FindingKind.PartIsDropped);
        return dropped == 0 ? this : this with
        {
            Dropped = Dropped + dropped,
            Elements = [.. Elements, new ElementTreatment("markdown", Treatment.Dropped, dropped)],
        };
    }
}
