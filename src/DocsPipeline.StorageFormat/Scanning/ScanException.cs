using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>Carries a fault out of the scan; it never leaves <see cref="StorageScanner.Scan"/>.</summary>
internal sealed class ScanException(ScanFault fault) : Exception
{
    public ScanFault Fault { get; } = fault;

    public static ScanException Broken(int offset, string message) =>
        new(new ScanFault(FindingKind.StorageIsNotWellFormed, offset, message));
}
