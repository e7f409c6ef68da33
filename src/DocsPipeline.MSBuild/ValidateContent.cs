using DocsPipeline.Diagnostics;
using DocsPipeline.Flows.Validate;
using Microsoft.Build.Framework;

namespace DocsPipeline.MSBuild;

/// <summary>Validate as an MSBuild task: a broken document breaks the build, at the line that must change.</summary>
public sealed class ValidateContent : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource stop = new();

    /// <summary>The folder that holds <c>content/</c> and <c>schemas/</c>.</summary>
    [Required]
    public string Root { get; set; } = string.Empty;

    public override bool Execute()
    {
        var progress = new Progress<string>();
        try
        {
            Tell(Validator.RunAsync(new ValidateRequest(Root), progress, stop.Token).GetAwaiter().GetResult().Diagnostics);
        }
        catch (PipelineException broken)
        {
            Tell(broken.Diagnostics);
        }

        return !Log.HasLoggedErrors;
    }

    public void Cancel() => stop.Cancel();

    public void Dispose() => stop.Dispose();

    private void Tell(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var (line, column) = (diagnostic.Span.Line, diagnostic.Span.Column);
            var end = column + diagnostic.Span.Length;
            var file = Path.Combine(Root, diagnostic.Path);
            var text = diagnostic.Label is { } label ? $"{diagnostic.Message}: {label}" : diagnostic.Message;
            switch (diagnostic.Severity)
            {
                case Severity.Error:
                    Log.LogError(null, diagnostic.Code.Id, null, file, line, column, line, end, "{0}", text);
                    break;
                case Severity.Warning:
                    Log.LogWarning(null, diagnostic.Code.Id, null, file, line, column, line, end, "{0}", text);
                    break;
                default:
                    Log.LogMessage(MessageImportance.Normal, "{0}: {1}", file, text);
                    break;
            }
        }
    }
}
