using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DocsPipeline.Sandbox.GitHub.Rest;

/// <summary>A JSON answer with its ETag; a reader who already has these bytes gets 304.</summary>
internal sealed record Answer(JsonNode? Body, int Status = StatusCodes.Status200OK) : IResult
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string? Location { get; init; }

    public static Answer NoContent { get; } = new(null, StatusCodes.Status204NoContent);

    public static Answer Created(JsonObject body) => new(body, StatusCodes.Status201Created) { Location = body["url"]?.GetValue<string>() };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        if (Body is null)
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(Body.ToJsonString(Options));

        if (Status == StatusCodes.Status200OK && HttpMethods.IsGet(httpContext.Request.Method))
        {
            var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"";
            response.Headers.ETag = tag;
            response.Headers.CacheControl = "private, max-age=60, s-maxage=60";
            if (httpContext.Request.Headers.IfNoneMatch.Any(given => given == tag || given == tag[2..]))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                httpContext.Features.Get<RateLimit.Taken>()?.GiveBack();
                return;
            }
        }

        response.ContentType = "application/json; charset=utf-8";
        await response.Body.WriteAsync(bytes, httpContext.RequestAborted);
    }
}
