using System.Text;
using DocsPipeline.Sandbox.State;
using DocsPipeline.Sandbox.TradingGrid.Settings;

namespace DocsPipeline.Sandbox.TradingGrid.Attachments;

/// <summary>Files by the SHA-256 of their bytes. The scan takes its time, and finds the EICAR test string.</summary>
internal sealed class AttachmentStore(SandboxDatabase database, GridSettings settings, TimeProvider clock)
{
    public const int LongestFile = 25 * 1024 * 1024;

    // Split so that no scanner takes this assembly for the test file itself.
    private static readonly byte[] Eicar = Encoding.ASCII.GetBytes(
        "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    /// <summary>Answers whether the bytes are new.</summary>
    public bool Add(string community, string sha256, string mediaType, byte[] bytes)
    {
        var now = clock.GetUtcNow();
        return database.Execute(
            "INSERT OR IGNORE INTO attachment (community, sha256, media_type, uploaded_at, scanned_at, infected, bytes) VALUES (@1, @2, "
            + "@3, @4, @5, @6, @7)",
            community, sha256, mediaType, now.ToUnixTimeMilliseconds(),
            now.AddSeconds(settings.Current.ScanSeconds).ToUnixTimeMilliseconds(),
            bytes.AsSpan().IndexOf(Eicar) >= 0 ? 1 : 0, bytes) == 1;
    }

    public Attachment? Find(string community, string sha256) => database.First(
        "SELECT media_type, length(bytes), scanned_at, infected, uploaded_at FROM attachment WHERE community = @1 AND sha256 = @2",
        row => new Attachment(
            sha256, row.GetString(0), row.GetInt64(1),
            row.GetInt64(2) > clock.GetUtcNow().ToUnixTimeMilliseconds() ? "pending" : row.GetInt64(3) == 1 ? "infected" : "clean",
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(4))),
        community, sha256);

    public byte[] Bytes(string community, string sha256) =>
        database.First(
            "SELECT bytes FROM attachment WHERE community = @1 AND sha256 = @2", row => row.GetFieldValue<byte[]>(0), community, sha256)!;

    public object Describe(string community, AttachmentRef reference)
    {
        var file = Find(community, reference.Sha256)!;
        return new { reference.Sha256, reference.FileName, file.MediaType, file.Size, file.ScanStatus };
    }
}
