using DocsPipeline.Diagnostics;

namespace Build.CommandLine;

/// <summary>A command line that is not understood: exit 64, nothing was done.</summary>
internal static class Refusal
{
    public static PipelineException Of(string message, string help) => new(
        ExitCode.WrongCommandLine,
        Catalogue.Configuration.CommandLineIsWrong.At("command line", SourceSpan.Start, message, help: help));
}
