namespace DocsPipeline.Systems.TradingGrid;

/// <summary>An uploaded file, addressed by the SHA-256 of its bytes; <see cref="ScanStatus"/> is <c>pending</c>, <c>clean</c> or <c>infected</c>.</summary>
public sealed record GridAttachment(string Sha256, string MediaType, long Size, string ScanStatus, DateTimeOffset UploadedAt);
