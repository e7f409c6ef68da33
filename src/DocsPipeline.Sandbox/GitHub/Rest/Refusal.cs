using System.Text.Json.Nodes;

namespace DocsPipeline.Sandbox.GitHub.Rest;

/// <summary>An error answer of the API, thrown where it is noticed.</summary>
internal sealed class Refusal(int status, string message, JsonArray? errors = null) : Exception(message)
{
    public int Status { get; } = status;

    public JsonArray? Errors { get; } = errors;

    public static Refusal NotFound => new(404, "Not Found");

    public static Refusal Unprocessable(string message) => new(422, message);

    /// <summary>
    /// The shape most endpoints use: which field of which resource, and a code such as <c>missing_field</c>, <c>invalid</c>,
    /// <c>already_exists</c>.
    /// </summary>
    public static Refusal Field(string resource, string field, string code, string? message = null)
    {
        var error = new JsonObject { ["resource"] = resource, ["field"] = field, ["code"] = code };
        if (message is not null)
        {
            error["message"] = message;
        }

        return new Refusal(422, "Validation Failed", [error]);
    }

    public static Refusal Custom(string resource, string message) =>
        new(422, "Validation Failed", [new JsonObject { ["resource"] = resource, ["code"] = "custom", ["message"] = message }]);

    /// <summary>The other shape, with bare sentences.</summary>
    public static Refusal Sentences(params string[] sentences) =>
        new(422, "Unprocessable Entity", [.. sentences.Select(sentence => (JsonNode)sentence)]);

    public JsonObject ToJson()
    {
        var json = new JsonObject { ["message"] = Message };
        if (Errors is not null)
        {
            json["errors"] = Errors.DeepClone();
        }

        json["documentation_url"] = "https://docs.github.com/rest";
        json["status"] = Status.ToString();
        return json;
    }
}
