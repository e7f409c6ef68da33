namespace DocsPipeline.Systems.TradingGrid;

/// <summary>An uploaded file, addressed by the SHA-256 of its bytes; only a clean one can be published with.</summary>
public sealed record GridAttachment(string Sha256, ScanStatus ScanStatus);

public enum ScanStatus
{
    Pending,
    Clean,
    Infected,
}
