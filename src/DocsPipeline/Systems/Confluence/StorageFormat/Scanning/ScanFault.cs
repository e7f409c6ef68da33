using DocsPipeline.Diagnostics;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

/// <summary>Why a page cannot be read, at an offset of its source.</summary>
internal sealed record ScanFault(DiagnosticCode Code, int Offset, string Message)
{
    public Diagnostic In(string path, string source) => Code.At(path, SourceSpan.At(source, Offset), Message, help: Help);

    private string? Help => Code == Catalogue.Conversion.StorageIsNotWellFormed ? "correct the storage format at this place"
        : Code == Catalogue.Conversion.PageIsTooLarge ? "split it into several pages"
        : Code == Catalogue.Conversion.NestingIsTooDeep ? "nest less deeply, or split the page"
        : Code == Catalogue.Conversion.DeclarationIsRefused ? "take the declaration out"
        : Code == Catalogue.Conversion.EntityIsUnknown ? "write the character itself, or `&amp;` for `&`"
        : null;
}
