using System.Globalization;

namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>Times as Confluence writes them: <c>2025-11-15T03:45:52.751Z</c>.</summary>
internal static class Stamp
{
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
