using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Systems;

namespace DocsPipeline.Sandbox.Confluence.Http;

/// <summary>
/// Signed addresses of attachment bytes, good for a few minutes. Whoever has one needs no credentials, and must not send any.
/// </summary>
internal sealed class MediaLinks(SandboxClock clock, Library library)
{
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);

    public string Sign(Attachment attachment, int version)
    {
        var expires = clock.GetUtcNow().Add(GoodFor).ToUnixTimeSeconds();
        return $"/media/file/{attachment.Id}/binary?version={version}&expires={expires}&token={Token(attachment.Id, version, expires)}";
    }

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/media/file/{id}/binary", Serve);

    private IResult Serve(string id, int version, long expires, string token, HttpRequest request)
    {
        if (request.Headers.Authorization.Count > 0)
        {
            return Results.Text(
                "Only one auth mechanism allowed: the signed query or the Authorization header.",
                statusCode: StatusCodes.Status400BadRequest);
        }

        var right = CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(token), Encoding.ASCII.GetBytes(Token(id, version, expires)));
        if (!right || expires < clock.GetUtcNow().ToUnixTimeSeconds())
        {
            return Results.Text("The signature is wrong or has expired.", statusCode: StatusCodes.Status403Forbidden);
        }

        if (library.Attachments.Find(id) is not { } attachment || library.Attachments.Content(id, version) is not var (bytes, mediaType))
        {
            return Results.NotFound();
        }

        request.HttpContext.Response.Headers.XContentTypeOptions = "nosniff";
        request.HttpContext.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(bytes, mediaType, attachment.Title);
    }

    private string Token(string id, int version, long expires) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{version}.{expires}"))));
}
