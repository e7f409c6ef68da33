using System.Globalization;
using System.Text.Json;
using DocsPipeline.Sandbox.Confluence.Access;

namespace DocsPipeline.Sandbox.Confluence.Http;

/// <summary>One authenticated call and its typed parameters; a parameter of the wrong type is a <see cref="Refusal"/>.</summary>
internal sealed record Call(HttpContext Http, Account Account, Flavour Flavour)
{
    public HttpRequest Request => Http.Request;

    public string Base => Site.Base(Request, Flavour);

    public string Route(string name) => (string)Request.RouteValues[name]!;

    /// <summary>A route value that must be a number; ids stay text because they exceed what many readers of JSON can hold.</summary>
    public string Id(string name = "id") => long.TryParse(Route(name), NumberStyles.None, CultureInfo.InvariantCulture, out _)
        ? Route(name)
        : throw WrongType(Route(name), name, "long");

    public string? Query(string name) =>
        Request.Query.TryGetValue(name, out var values) && values[0] is { Length: > 0 } value ? value : null;

    /// <summary>Lists come as <c>a,b</c> or as repeated parameters; both are in use.</summary>
    public IReadOnlyList<string> List(string name) =>
        [
            .. Request.Query[name]
                .SelectMany(value => (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    public IReadOnlyList<string> Ids(string name) =>
        [
            .. List(name).Select(value =>
                long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                    ? value
                    : throw WrongType(value, name, "long"))];

    public int? Number(string name) => Query(name) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw WrongType(text, name, "int");

    public bool Flag(string name, bool otherwise = false) => Query(name) switch
    {
        null => otherwise,
        "true" => true,
        "false" => false,
        var text => throw WrongType(text, name, "boolean"),
    };

    public string? Choice(string name, params ReadOnlySpan<string> allowed) => Query(name) is not { } value
        ? null
        : allowed.Contains(value)
            ? value
            : throw Refusal.Invalid($"Provided value {{{value}}} for '{name}' is not one of the allowed values");

    public IReadOnlyList<string> Choices(string name, params string[] allowed) =>
        [
            .. List(name).Select(value =>
                allowed.Contains(value)
                    ? value
                    : throw Refusal.Invalid($"Provided value {{{value}}} for '{name}' is not one of the allowed values"))];

    public int Limit(int otherwise = 25, int most = 250) => (Number("limit") ?? otherwise) is var limit && limit >= 1 && limit <= most
        ? limit
        : throw Refusal.Invalid($"Provided value {{{limit}}} for 'limit' must be between 1 and {most}");

    public async Task<Fields> BodyAsync() => new(await ElementAsync(), "");

    public async Task<JsonElement> ElementAsync()
    {
        if (Request.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) != true)
        {
            throw new Refusal(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type");
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(Request.Body, default, Http.RequestAborted);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            throw Refusal.Invalid("The request body is not valid JSON");
        }
    }

    private static Refusal WrongType(string value, string name, string type) =>
        Refusal.Invalid($"Provided value {{{value}}} for '{name}' is not the correct type. Expected type is {type}");
}
