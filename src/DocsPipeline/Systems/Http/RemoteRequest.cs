using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DocsPipeline.Systems.Http;

/// <summary>
/// One call as a value, so that it can be sent again. <see cref="Target"/> is relative to the system's address, or absolute on its host.
/// </summary>
public sealed record RemoteRequest(HttpMethod Method, string Target)
{
    public const int AnswerLimit = 64 * 1024 * 1024;

    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Null sends no body at all.</summary>
    public string? MediaType { get; init; }

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>A POST that asks a question (a token, a look-up) and may be repeated like a GET.</summary>
    public bool OnlyReads { get; init; }

    /// <summary>Refused statuses that are an answer to this caller and not an exception.</summary>
    public IReadOnlyList<int> Accepts { get; init; } = [];

    /// <summary>The answer is a file: any media type, and one redirect to a media host without credentials.</summary>
    public bool IsDownload { get; init; }

    /// <summary>Longest answer in bytes, after decompression.</summary>
    public int Limit { get; init; } = AnswerLimit;

    public bool IsWrite => !OnlyReads && Method != HttpMethod.Get && Method != HttpMethod.Head;

    public static RemoteRequest Get(string target, params int[] accepts) => new(HttpMethod.Get, target) { Accepts = accepts };

    public static RemoteRequest Send<T>(HttpMethod method, string target, T body, JsonTypeInfo<T> type) =>
        new(method, target) { Body = JsonSerializer.SerializeToUtf8Bytes(body, type), MediaType = "application/json" };
}
