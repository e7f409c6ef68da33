namespace DocsPipeline.Sandbox.Control;

/// <summary>One request as the sandbox saw it; <see cref="Status"/> 0 means that the connection was dropped without an answer.</summary>
internal sealed record RecordedRequest(
    long Id, DateTimeOffset Time, string Method, string Path, string Query, int Status, string? Actor, double Milliseconds, string? Body);
