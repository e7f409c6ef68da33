namespace DocsPipeline.Flows.Convert.Watching;

/// <summary>Everything that is watched, at one moment; two of them side by side say what is to be done.</summary>
internal sealed class WatchedState
{
    private readonly FolderScan sources;
    private readonly FolderScan pages;
    private readonly IReadOnlyDictionary<string, InputState> states;

    private WatchedState(ConvertRequest request, FolderScan sources, FolderScan pages)
    {
        (this.sources, this.pages) = (sources, pages);
        Inputs = new ConvertInputs(request, sources.Files.Keys, request.Base is null ? null : pages.Files.Keys);
        states = Inputs.Files.ToDictionary(file => file, StateOf, StringComparer.Ordinal);
    }

    /// <summary>Before anything was looked at.</summary>
    public static WatchedState None(ConvertRequest request) => new(request, FolderScan.None, FolderScan.None);

    public ConvertInputs Inputs { get; }

    /// <summary>Whether a file was there.</summary>
    public bool Has(string file) => states.ContainsKey(file);

    /// <summary>Looks again.</summary>
    public WatchedState Next(ConvertRequest request, DateTime now) => new(
        request,
        FolderScan.Of(request.In, request.From, sources, now),
        request.Base is null ? FolderScan.None : FolderScan.Of(request.Base, ConvertFormat.Storage, pages, now));

    /// <summary>The files to convert that are new or not as they were, in their order.</summary>
    public IReadOnlyList<string> ChangedSince(WatchedState before) =>
        [.. Inputs.Files.Where(file => !before.states.TryGetValue(file, out var state) || state != states[file])];

    /// <summary>What no file becomes any more, each with the file that it came from, in the order of these.</summary>
    public IReadOnlyList<(string Output, string Source)> GoneSince(WatchedState before)
    {
        var outputs = states.Values.Select(state => state.Output).ToHashSet(StringComparer.Ordinal);
        return [.. before.Inputs.Files.Select(file => (before.states[file].Output, file)).Where(gone => !outputs.Contains(gone.Output))];
    }

    private InputState StateOf(string file) => new(
        sources.Files[file],
        Inputs.PageOf(file) is { } page ? pages.Files[page] : null,
        Inputs.OutputOf(file),
        Inputs.Clash(file) is not null);
}
