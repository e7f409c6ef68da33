using System.Security.Cryptography;
using System.Text;

namespace DocsPipeline.Documents;

/// <summary>SHA-256 as 64 lower-case hexadecimal digits: the one way in which content is identified, here, in the ledger and in the
/// community.</summary>
public static class Digest
{
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The digest of the text as UTF-8 without a byte order mark.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads the stream from where it stands to its end, without holding it.</summary>
    public static string Of(Stream stream) => Convert.ToHexStringLower(SHA256.HashData(stream));

    /// <summary>Reads the file, without holding it.</summary>
    public static string Of(ContentFile file)
    {
        using var stream = file.OpenRead();
        return Of(stream);
    }
}
