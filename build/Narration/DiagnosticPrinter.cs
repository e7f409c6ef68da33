using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;

namespace Build.Narration;

/// <summary>Diagnostics where nobody asked for a format: for people on a terminal, as annotations inside GitHub Actions.</summary>
internal static class DiagnosticPrinter
{
    public static void Print(IReadOnlyList<Diagnostic> diagnostics, TextWriter writer, Func<string, string?>? textOf = null)
    {
        if (diagnostics.Count > 0)
        {
            IDiagnosticRenderer renderer = Environment.GetEnvironmentVariable("GITHUB_ACTIONS") == "true"
                ? new GitHubAnnotationRenderer()
                : new TerminalRenderer(Screen.ErrorHasColour);
            renderer.Render(new DiagnosticReport(diagnostics, 0, textOf ?? Text), writer);
        }
    }

    /// <summary>The text of a file of the checkout, or null for what is none.</summary>
    public static string? Text(string path) => Path.Combine(Repository.Root, path) is var file && File.Exists(file) ? File.ReadAllText(file) : null;
}
