using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DocsPipeline.Systems.Http;

/// <summary>A complete answer, its body within the limit.</summary>
public sealed record RemoteResponse(string System, RemoteRequest Request, int Status, HttpResponseHeaders Headers, MediaTypeHeaderValue? MediaType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Turns a refusing answer into its exception, secrets removed.</summary>
    public required Func<RemoteResponse, RemoteException> Refuse { get; init; }

    /// <summary>What would have been thrown, for a caller that accepted the status and then cannot live with the reason.</summary>
    public RemoteException Refusal => Refuse(this);

    public string? ETag => Headers.ETag?.ToString();

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>The body as JSON. A web page, an empty or a cut-off body is a <see cref="RemoteException"/>, never an empty value.</summary>
    public T Read<T>(JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(Body.Span, type) ?? throw Unreadable("null");
        }
        catch (JsonException fault)
        {
            throw Unreadable(fault.Path is { Length: > 0 } path ? $"at {path}" : "cut off or not JSON");
        }
    }

    /// <summary>The address that a <c>Link</c> header (RFC 8288) gives a relation, for instance <c>next</c>.</summary>
    public string? Link(string relation)
    {
        foreach (var part in Header("Link")?.Split(',') ?? [])
        {
            var end = part.IndexOf('>', StringComparison.Ordinal);
            var start = part.IndexOf('<', StringComparison.Ordinal);
            if (start >= 0 && end > start && part[end..].Contains($"rel=\"{relation}\"", StringComparison.Ordinal))
            {
                return part[(start + 1)..end];
            }
        }

        return null;
    }

    private RemoteException Unreadable(string why) =>
        new(System, Request.Method.Method, Request.Target, Status, "unreadable", $"the answer cannot be read ({why})");
}
