using System.Text.Json;
using System.Text.Json.Serialization;

namespace DocsPipeline.Sandbox.Web;

/// <summary>
/// JSON of the control interface: camel case, and a field it does not know is an error, so that a typo never becomes a fault that does not
/// fire.
/// </summary>
internal static class ControlJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IResult Answer<T>(T value, int status = StatusCodes.Status200OK) => Results.Json(value, Options, statusCode: status);

    public static IResult Refuse(string error) => Answer(new { error }, StatusCodes.Status400BadRequest);

    /// <summary>Reads the body and acts, or answers 400 with the reason.</summary>
    public static async Task<IResult> ReadAsync<T>(HttpRequest request, Func<T, IResult> act)
        where T : class
    {
        try
        {
            var value = await JsonSerializer.DeserializeAsync<T>(request.Body, Options, request.HttpContext.RequestAborted);
            return value is null ? Refuse("the body must be a JSON object") : act(value);
        }
        catch (JsonException problem)
        {
            return Refuse(problem.Message);
        }
    }
}
