using System.Globalization;

namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>Time as GitHub writes it: UTC, whole seconds.</summary>
internal static class Moment
{
    public static string Of(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Now(this TimeProvider clock) => Of(clock.GetUtcNow());

    public static DateTimeOffset? Read(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
