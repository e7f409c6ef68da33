namespace DocsPipeline.Sandbox.GitHub.Rest;

/// <summary>
/// The forms that GitHub's media types name: <c>raw</c>, <c>diff</c>, <c>patch</c>, <c>sha</c>, <c>text</c>, <c>html</c>, <c>full</c>,
/// with or without the version and <c>+json</c>. The answer carries the type as it was asked for: clients tell bytes from text by it.
/// </summary>
internal static class MediaForms
{
    public static bool Wants(this Call call, string form) => call.Asked(form) is not null;

    /// <summary>Bytes or text in a form that was asked for.</summary>
    public static IResult Form(this Call call, string form, byte[] bytes) => Results.Bytes(bytes, $"{call.Asked(form)}; charset=utf-8");

    public static IResult Form(this Call call, string form, string text) => Results.Text(text, $"{call.Asked(form)}; charset=utf-8");

    /// <summary>The form for <c>X-GitHub-Media-Type</c>, such as <c>github.v3; param=full; format=json</c>.</summary>
    public static string Label(HttpRequest request)
    {
        var form = Types(request).Select(FormOf).FirstOrDefault(form => form.Length > 0);
        return form is null ? "github.v3; format=json" : $"github.v3; param={form}; format=json";
    }

    private static string? Asked(this Call call, string form) => Types(call.Http.Request).FirstOrDefault(type => FormOf(type) == form);

    private static IEnumerable<string> Types(HttpRequest request) => request.Headers.Accept.ToString()
        .Split(',', StringSplitOptions.TrimEntries)
        .Select(type => type.Split(';', 2)[0].TrimEnd())
        .Where(type => type.StartsWith("application/vnd.github", StringComparison.Ordinal));

    private static string FormOf(string type)
    {
        var words = type["application/vnd.github".Length..].Split('+', 2)[0].Split('.', StringSplitOptions.RemoveEmptyEntries);
        return words is [.., var last] && last != "v3" ? last : "";
    }
}
