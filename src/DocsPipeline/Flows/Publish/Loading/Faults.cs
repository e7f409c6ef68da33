using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Snapshots;

namespace DocsPipeline.Flows.Publish.Loading;

/// <summary>
/// Ends a run before its first write. What is wrong stands in the commit, and the checkout beside it may say something else.
/// </summary>
internal static class Faults
{
    public static void Refuse(ExitCode exitCode, IReadOnlyList<Diagnostic> diagnostics, ContentSnapshot? content = null)
    {
        if (diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error))
        {
            throw new PipelineException(exitCode, [.. diagnostics.Distinct().Order(Diagnostic.Order)])
            {
                TextOf = path => content?.TextOf(path),
            };
        }
    }
}
