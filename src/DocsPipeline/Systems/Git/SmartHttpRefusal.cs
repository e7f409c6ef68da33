using System.Text;

namespace DocsPipeline.Systems.Git;

/// <summary>What an answer means that is not in git's protocol.</summary>
internal static class SmartHttpRefusal
{
    private const int LongestText = 400;

    /// <summary>The fault to throw: a refusal (4xx, a redirect, a web page), or a remote that is not able to answer (5xx, 429).</summary>
    public static async Task<Exception> ReadAsync(HttpResponseMessage response, GitTransfer transfer, CancellationToken cancellation)
    {
        var status = (int)response.StatusCode;
        var type = response.Content.Headers.ContentType;
        var said = type?.MediaType == "text/plain" ? await TextAsync(response, cancellation) : response.ReasonPhrase;
        return status switch
        {
            >= 500 or 429 => new HttpRequestException($"status {status}: {said}"),
            200 => transfer.Refusal($"the answer is {type?.MediaType ?? "nothing"} and not git's protocol"),
            >= 300 and < 400 => transfer.Refusal($"the remote redirects to {response.Headers.Location}, which is not followed"),
            401 => transfer.Refusal($"the token was not accepted: {said}"),
            _ => transfer.Refusal($"status {status}: {said}"),
        };
    }

    private static async Task<string> TextAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        var bytes = new byte[LongestText];
        await using var stream = await response.Content.ReadAsStreamAsync(cancellation);
        var length = await stream.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }
}
