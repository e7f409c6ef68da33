using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;

namespace Build.Narration;

/// <summary>Diagnostics where nobody asked for a format: for people on a terminal, as annotations inside GitHub Actions.</summary>
internal static class DiagnosticPrinter
{
    /// <summary>Prints them with the lines they point at, taken from the text of a path where there is one.</summary>
    public static void Print(IReadOnlyList<Diagnostic> diagnostics, TextWriter writer, Func<string, string?> textOf)
    {
        if (diagnostics.Count > 0)
        {
            IDiagnosticRenderer renderer = Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true"
                ? new GitHubAnnotationRenderer()
                : new TerminalRenderer(Screen.ErrorHasColour);
            renderer.Render(new DiagnosticReport(diagnostics, 0, textOf), writer);
        }
    }
}
