using DocsPipeline.Diagnostics;

namespace DocsPipeline.Systems.Http;

/// <summary>What one try of a request came to: an answer or a fault.</summary>
internal sealed record Attempt(RemoteRequest Request, RemoteResponse? Response, PipelineException? Fault)
{
    /// <summary>No connection was made, so even a write cannot have had an effect.</summary>
    public bool NeverLeft { get; init; }
}
