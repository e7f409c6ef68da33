using System.Globalization;
using System.Text;

namespace DocsPipeline.Sandbox.GitHub.Smart;

/// <summary>git's framing: four hexadecimal digits of length, then the payload; <c>0000</c> ends a section (gitprotocol-common).</summary>
internal static class PacketLine
{
    public static readonly byte[] Flush = "0000"u8.ToArray();

    public static byte[] Of(byte[] payload) =>
        [.. Encoding.ASCII.GetBytes((payload.Length + 4).ToString("x4", CultureInfo.InvariantCulture)), .. payload];

    public static byte[] Of(string payload) => Of(Encoding.UTF8.GetBytes(payload));

    /// <summary>The lines up to the first flush; what is not framed ends them too.</summary>
    public static IReadOnlyList<string> Read(ReadOnlySpan<byte> bytes)
    {
        var lines = new List<string>();
        while (bytes.Length >= 4
            && int.TryParse(Encoding.ASCII.GetString(bytes[..4]), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var length)
            && length > 4 && length <= bytes.Length)
        {
            lines.Add(Encoding.UTF8.GetString(bytes[4..length]));
            bytes = bytes[length..];
        }

        return lines;
    }
}
