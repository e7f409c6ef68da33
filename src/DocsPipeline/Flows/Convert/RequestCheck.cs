using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Convert;

/// <summary>
/// What is refused before a file is read. What is written has a folder of its own: neither within a folder that is read nor around one, so
/// that no result can take the place of a source.
/// </summary>
internal static class RequestCheck
{
    public static void Demand(ConvertRequest request)
    {
        if (Fault(request) is var (fault, help))
        {
            var diagnostic = Catalogue.Configuration.CommandLineIsWrong.At("command line", SourceSpan.Start, fault, help: help);
            throw new PipelineException(ExitCode.WrongCommandLine, diagnostic);
        }
    }

    private static (string Message, string? Help)? Fault(ConvertRequest request) =>
        request.From == request.To ? ("--from and --to name the same format", "one is storage, the other markdown")
        : request.Base is not null && request.To == ConvertFormat.Markdown ? ("--base is for --to storage", "leave it out")
        : Missing(request.In) ?? Missing(request.Base) ?? Taken(request.Out)
        ?? Overlap("--in", request.In, request.Out) ?? Overlap("--base", request.Base, request.Out);

    private static (string Message, string? Help)? Missing(string? folder) =>
        folder is null || Directory.Exists(folder) ? null : Taken(folder) ?? ($"folder {folder} does not exist", null);

    private static (string Message, string? Help)? Taken(string folder) =>
        File.Exists(folder) ? ($"{folder} is a file", "name a folder") : null;

    private static (string Message, string? Help)? Overlap(string option, string? source, string target)
    {
        if (source is null)
        {
            return null;
        }

        var (read, written) = (RealPath.Of(source), RealPath.Of(target));
        var how = RealPath.Comparer.Equals(read, written) ? $"--out is the same folder as {option}"
            : RealPath.IsWithin(written, read) ? $"--out lies within {option}"
            : RealPath.IsWithin(read, written) ? $"{option} lies within --out"
            : null;
        return how is null ? null : (how, "what is written needs a folder of its own, which may be a new one");
    }
}
