namespace DocsPipeline.Sandbox.Web;

/// <summary>The one stylesheet and the icon, from inside the assembly.</summary>
internal static class Assets
{
    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_sandbox/sandbox.css", () => Results.Stream(Open("Assets/Web/sandbox.css"), "text/css; charset=utf-8"));
        routes.MapGet("/_sandbox/icon.svg", () => Results.Text(Icon, "image/svg+xml"));
    }

    private const string Icon =
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0b5cad"/><path
        d="M4 8h8M9 5l3 3-3 3" stroke="#fff" stroke-width="2" fill="none"/></svg>
        """;

    private static Stream Open(string name) =>
        typeof(Assets).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the assembly.");
}
