namespace DocsPipeline.Sandbox.TradingGrid.Attachments;

/// <summary>A file under the name that it has where it is referred to.</summary>
internal sealed record AttachmentRef(string Sha256, string FileName);
