namespace DocsPipeline.Sandbox.TradingGrid.Attachments;

/// <summary>A file as it is known by its bytes; names belong to those who refer to it.</summary>
internal sealed record Attachment(string Sha256, string MediaType, long Size, string ScanStatus, DateTimeOffset UploadedAt);
