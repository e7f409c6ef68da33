using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace DocsPipeline.Systems.Http;

/// <summary>A complete answer, its body within the limit.</summary>
public sealed partial record RemoteResponse(
    string System,
    RemoteRequest Request,
    int Status,
    HttpResponseHeaders Headers,
    MediaTypeHeaderValue? MediaType,
    ReadOnlyMemory<byte> Body)
{
    /// <summary>Turns a refusing answer into its exception, secrets removed.</summary>
    public required Func<RemoteResponse, RemoteException> Refuse { get; init; }

    /// <summary>What would have been thrown, for a caller that accepted the status and then cannot live with the reason.</summary>
    public RemoteException Refusal => Refuse(this);

    public string? ETag => Headers.ETag?.ToString();

    public string? Header(string name) => Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    /// <summary>
    /// The body as JSON. A web page, an empty or a cut-off body is a <see cref="RemoteException"/>, never an empty value.
    /// </summary>
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

    /// <summary>
    /// The address that a <c>Link</c> header (RFC 8288) gives a relation, for instance <c>next</c>; a comma in the address is a part of
    /// it.
    /// </summary>
    public string? Link(string relation)
    {
        var header = Headers.TryGetValues("Link", out var values) ? string.Join(", ", values) : "";
        return LinkPattern().Matches(header)
            .FirstOrDefault(link => link.Groups[2].ValueSpan.Contains($"rel=\"{relation}\"", StringComparison.Ordinal))?.Groups[1].Value;
    }

    /// <summary>What to throw for an answer that was not refused and yet cannot be used; the reason is a few words of ours.</summary>
    public RemoteException Unreadable(string why) =>
        new(System, Request.Method.Method, Request.Target, Status, "unreadable", $"the answer cannot be read ({why})");

    [GeneratedRegex("<([^>]*)>([^<]*)")]
    private static partial Regex LinkPattern();
}
