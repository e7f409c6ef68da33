using DocsPipeline.Diagnostics;

namespace Build.Narration;

/// <summary>Diagnostics as a person reads them, in their order.</summary>
internal static class DiagnosticPrinter
{
    public static void Print(IEnumerable<Diagnostic> diagnostics, TextWriter writer)
    {
        foreach (var diagnostic in diagnostics.Order(Diagnostic.Order))
        {
            writer.WriteLine($"{diagnostic.Severity.ToString().ToLowerInvariant()}[{diagnostic.Code}]: {diagnostic.Message}");
            foreach (var note in diagnostic.Notes)
            {
                writer.WriteLine($"   = note: {note}");
            }

            if (diagnostic.Help is { } help)
            {
                writer.WriteLine($"   = help: {help}");
            }
        }
    }
}
