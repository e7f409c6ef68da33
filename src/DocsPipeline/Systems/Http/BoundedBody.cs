namespace DocsPipeline.Systems.Http;

/// <summary>
/// Reads a body up to a limit; counts what arrives, because a length header is a claim and compression makes it meaningless.
/// </summary>
internal static class BoundedBody
{
    /// <summary>The whole body, or null where it is longer than the limit (bytes).</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int limit, CancellationToken cancellation)
    {
        if (content.Headers.ContentLength > limit)
        {
            return null;
        }

        await using var body = await content.ReadAsStreamAsync(cancellation);
        var bytes = new MemoryStream((int)(content.Headers.ContentLength ?? 0));
        var block = new byte[64 * 1024];
        for (int read; (read = await body.ReadAsync(block, cancellation)) > 0;)
        {
            if (bytes.Length + read > limit)
            {
                return null;
            }

            bytes.Write(block, 0, read);
        }

        return bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
    }
}
