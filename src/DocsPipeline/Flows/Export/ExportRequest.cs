using DocsPipeline.Flows.Export.Reporting;

namespace DocsPipeline.Flows.Export;

/// <summary>What to export: all spaces of <c>content/pipeline.yml</c>, into a pull request against <see cref="Branch"/>.</summary>
public sealed record ExportRequest
{
    /// <summary>The branch whose documents are brought up to date, and whose settings count.</summary>
    public string Branch { get; init; } = "main";

    /// <summary>The branch that the pull request comes from; the export's own.</summary>
    public string ExportBranch { get; init; } = "confluence-export";

    /// <summary>Is told how far the pages are; null where nobody looks.</summary>
    public IProgress<PageProgress>? Pages { get; init; }

    /// <summary>Where <c>export-report.json</c> is written, or null.</summary>
    public string? ReportDirectory { get; init; }
}
