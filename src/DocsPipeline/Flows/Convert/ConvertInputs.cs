using DocsPipeline.Diagnostics;

namespace DocsPipeline.Flows.Convert;

/// <summary>
/// The files of a run, and where each belongs: what it becomes, and the page it is spliced into. Names that differ only in their extension
/// (<c>a.xml</c> and <c>a.XML</c>) would become one file: of those none is converted.
/// </summary>
internal sealed class ConvertInputs
{
    private readonly ConvertRequest request;
    private readonly ILookup<string, string>? pages;
    private readonly Dictionary<string, string[]> twins;

    /// <param name="request">What is asked for.</param>
    /// <param name="files">Paths below <see cref="ConvertRequest.In"/>, with <c>/</c>.</param>
    /// <param name="pages">Those below <see cref="ConvertRequest.Base"/>, where there is one.</param>
    public ConvertInputs(ConvertRequest request, IEnumerable<string> files, IEnumerable<string>? pages)
    {
        this.request = request;
        string[] sorted = [.. files];
        Array.Sort(sorted, StringComparer.Ordinal);
        Files = sorted;
        this.pages = pages?.ToLookup(ConvertExtensions.Stem, StringComparer.Ordinal);
        twins = sorted.GroupBy(ConvertExtensions.Stem, StringComparer.Ordinal).Where(group => group.Skip(1).Any())
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>In ordinal order.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>What is going to happen, as a sentence.</summary>
    public string Told => Files.Count == 0
        ? $"No file below {request.In} ends with {string.Join(" or ", ConvertExtensions.Of(request.From))}: there is nothing to convert."
        : $"Converting {(Files.Count == 1 ? "1 file" : $"{Files.Count} files")} from {Name(request.From)} to {Name(request.To)}.";

    /// <summary>The page that a file is spliced into, under the name it has in the folder of pages; null where there is none.</summary>
    public string? PageOf(string file) => pages?[ConvertExtensions.Stem(file)].Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>What a file becomes, below <see cref="ConvertRequest.Out"/>: a page keeps the name it has.</summary>
    public string OutputOf(string file) => PageOf(file) ?? ConvertExtensions.Stem(file) + ConvertExtensions.Of(request.To)[0];

    /// <summary>Why a file has no place of its own; null where it has one.</summary>
    public Diagnostic? Clash(string file)
    {
        var stem = ConvertExtensions.Stem(file);
        var bases = pages?[stem].Order(StringComparer.Ordinal).ToList() ?? [];
        return twins.TryGetValue(stem, out var same)
            ? OutputIsShared.At(
                file, SourceSpan.Start, $"{Names(same)} would all become {OutputOf(file)}", help: "give each a name of its own")
            : bases.Count > 1
            ? OutputIsShared.At(
                file, SourceSpan.Start, $"{Names(bases)} of --base are all called as this file is", help: "keep the one that it came from")
            : null;
    }

    public static ConvertInputs Find(ConvertRequest request) => new(
        request,
        FilesOf(request.In, request.From),
        request.Base is null ? null : FilesOf(request.Base, ConvertFormat.Storage));

    private static DiagnosticCode OutputIsShared => Catalogue.Conversion.OutputIsShared;

    // A list of many thousand is short: no file takes more than its name.
    private static IEnumerable<string> FilesOf(string folder, ConvertFormat format) =>
        FolderFiles.Of(folder, format, (name, ref _) => name);

    private static string Name(ConvertFormat format) => format == ConvertFormat.Storage ? "storage format" : "Markdown";

    private static string Names(IReadOnlyList<string> files) => $"{string.Join(", ", files.SkipLast(1))} and {files[^1]}";
}
