using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>Why a page cannot be read, at an offset of its source.</summary>
internal sealed record ScanFault(FindingKind Kind, int Offset, string Message)
{
    public ConversionFinding In(string source) => ConversionFinding.At(Kind, source, Offset, Message, Help);

    private string Help => Kind switch
    {
        FindingKind.StorageIsNotWellFormed => "correct the storage format at this place",
        FindingKind.PageIsTooLarge => "split it into several pages",
        FindingKind.NestingIsTooDeep => "nest less deeply, or split the page",
        FindingKind.DeclarationIsRefused => "take the declaration out",
        FindingKind.EntityIsUnknown => "write the character itself, or `&amp;` for `&`",
        _ => throw new InvalidOperationException($"{Kind} does not stop a scan"),
    };
}
