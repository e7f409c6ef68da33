using System.Security.Cryptography;
using System.Text;

namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>Summaries as bytes: the key they hold for, the texts, each once, the summaries, and a SHA-256 of all that.</summary>
internal static class SummaryFile
{
    public static IReadOnlyDictionary<string, KnownSummary> Nothing { get; } = new Dictionary<string, KnownSummary>();

    public static byte[] Write(string key, IEnumerable<KnownSummary> summaries)
    {
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        using var body = new MemoryStream();
        using (var values = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            var ordered = summaries.OrderBy(known => known.Summary.Path, StringComparer.Ordinal).ToList();
            new SummaryWriter(values, texts).Write(ordered);
        }

        using var file = new MemoryStream();
        using var output = new BinaryWriter(file, Encoding.UTF8);
        output.Write(key);
        output.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts.Keys)
        {
            output.Write(text);
        }

        output.Write(body.GetBuffer().AsSpan(0, (int)body.Length));
        output.Write(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)));
        return file.ToArray();
    }

    /// <summary>Nothing where the bytes are damaged or hold for another key.</summary>
    public static IReadOnlyDictionary<string, KnownSummary> Read(byte[] bytes, string key)
    {
        var length = bytes.Length - SHA256.HashSizeInBytes;
        if (length < 0 || !SHA256.HashData(bytes.AsSpan(0, length)).AsSpan().SequenceEqual(bytes.AsSpan(length)))
        {
            return Nothing;
        }

        using var input = new BinaryReader(new MemoryStream(bytes, 0, length), Encoding.UTF8);
        if (input.ReadString() != key)
        {
            return Nothing;
        }

        var texts = new string[input.Read7BitEncodedInt()];
        for (var index = 0; index < texts.Length; index++)
        {
            texts[index] = input.ReadString();
        }

        return new SummaryReader(input, texts).Read();
    }
}
