namespace DocsPipeline.Flows.Export.Reporting;

/// <summary>Counts the pages of one step. Safe for concurrent use.</summary>
internal sealed class ProgressCount(IProgress<PageProgress>? progress, string step, int total)
{
    private int done;

    public void Add(string title) => progress?.Report(new PageProgress(step, Interlocked.Increment(ref done), total, title));
}
