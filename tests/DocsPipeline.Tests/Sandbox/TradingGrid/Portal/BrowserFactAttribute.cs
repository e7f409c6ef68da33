namespace DocsPipeline.Tests.Sandbox.TradingGrid.Portal;

/// <summary>A fact that needs a real browser; where none is installed the run says so instead of passing in silence.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public static string? Browser { get; } =
        new[] { Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(path => path is not null && File.Exists(path));

    public BrowserFactAttribute()
    {
        if (Browser is null)
        {
            Skip = "No browser: install chromium (apt-get install chromium) or name one in the environment variable CHROMIUM.";
        }
    }
}
