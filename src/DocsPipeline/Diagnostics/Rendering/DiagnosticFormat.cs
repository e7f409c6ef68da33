namespace DocsPipeline.Diagnostics.Rendering;

/// <summary>The formats that <c>--format</c> offers, and <c>msbuild</c> for the compiler's error list.</summary>
public static class DiagnosticFormat
{
    public static IReadOnlyList<string> Names { get; } = ["text", "github", "sarif", "json", "msbuild"];

    /// <summary>The renderer of a format, or null for a name that is not one of <see cref="Names"/>.</summary>
    public static IDiagnosticRenderer? Find(string name, bool colour = false) => name switch
    {
        "text" => new TerminalRenderer(colour),
        "github" => new GitHubAnnotationRenderer(),
        "sarif" => new SarifRenderer(),
        "json" => new JsonRenderer(),
        "msbuild" => new MsBuildRenderer(),
        _ => null,
    };
}
