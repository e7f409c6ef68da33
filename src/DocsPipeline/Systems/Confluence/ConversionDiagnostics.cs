using DocsPipeline.Diagnostics;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Systems.Confluence;

/// <summary>What the converter finds, as diagnostics: the one place that gives its findings codes.</summary>
internal static class ConversionDiagnostics
{
    /// <summary>The findings of one file, named by its path or address, in their order; <paramref name="firstLine"/> is where in it what
    /// was converted begins.</summary>
    public static IReadOnlyList<Diagnostic> In(this IReadOnlyList<ConversionFinding> findings, string path, int firstLine = 1) =>
        findings.Count == 0 ? [] : [.. findings.Select(finding => Of(finding with { Line = finding.Line + firstLine - 1 }, path))];

    public static DiagnosticCode CodeOf(FindingKind kind) => kind switch
    {
        FindingKind.StorageIsNotWellFormed => Catalogue.Conversion.StorageIsNotWellFormed,
        FindingKind.PageIsTooLarge => Catalogue.Conversion.PageIsTooLarge,
        FindingKind.NestingIsTooDeep => Catalogue.Conversion.NestingIsTooDeep,
        FindingKind.DeclarationIsRefused => Catalogue.Conversion.DeclarationIsRefused,
        FindingKind.EntityIsUnknown => Catalogue.Conversion.EntityIsUnknown,
        FindingKind.StructureIsBroken => Catalogue.Conversion.StructureIsBroken,
        FindingKind.PartIsDropped => Catalogue.Conversion.PartIsDropped,
        FindingKind.LinkIsDisarmed => Catalogue.Conversion.LinkIsDisarmed,
        FindingKind.InlineCommentIsOpen => Catalogue.Conversion.InlineCommentIsOpen,
        FindingKind.InlineCommentIsLost => Catalogue.Conversion.InlineCommentIsLost,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "a finding without a code"),
    };

    private static Diagnostic Of(ConversionFinding finding, string path) =>
        CodeOf(finding.Kind).At(path, new SourceSpan(finding.Line, finding.Column), finding.Message, help: finding.Help);
}
