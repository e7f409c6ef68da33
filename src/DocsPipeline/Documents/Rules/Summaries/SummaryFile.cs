using System.Security.Cryptography;
using System.Text;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>
/// Summaries as bytes: the key they hold for; the texts, each once; of each document path, digest and length of its summary; what was
/// found; the summaries; and a SHA-256 of all that.
/// </summary>
internal sealed class SummaryFile
{
    public static SummaryFile Nothing { get; } = new();

    /// <summary>By path.</summary>
    public IReadOnlyDictionary<string, KnownSummary> Documents { get; private init; } = new Dictionary<string, KnownSummary>();

    /// <summary>A digest of the paths of the files that lay beside the documents.</summary>
    public string Beside { get; private init; } = "";

    /// <summary>All that was wrong with the documents.</summary>
    public IReadOnlyList<Diagnostic> Found { get; private init; } = [];

    public static byte[] Write(
        string key, IReadOnlyCollection<KnownSummary> documents, string beside, Func<IReadOnlyList<Diagnostic>> found)
    {
        var texts = new Dictionary<string, int>(StringComparer.Ordinal);
        using var summaries = new MemoryStream();
        using var index = new MemoryStream();
        using (var values = new BinaryWriter(summaries, Encoding.UTF8, leaveOpen: true))
        using (var rows = new BinaryWriter(index, Encoding.UTF8, leaveOpen: true))
        {
            var (summary, row) = (new SummaryWriter(values, texts), new SummaryWriter(rows, texts));
            row.WriteAll(documents, document =>
            {
                var start = summaries.Position;
                summary.Write(document.Summary);
                row.Write(document.Path);
                row.Write(document.Digest);
                rows.Write7BitEncodedInt((int)(summaries.Position - start));
            });
            row.Write(beside);
            row.WriteAll(found(), row.Write);
        }

        using var file = new MemoryStream();
        using var output = new BinaryWriter(file, Encoding.UTF8);
        output.Write(key);
        output.Write7BitEncodedInt(texts.Count);
        foreach (var text in texts.Keys)
        {
            output.Write(text);
        }

        output.Write(index.GetBuffer().AsSpan(0, (int)index.Length));
        output.Write(summaries.GetBuffer().AsSpan(0, (int)summaries.Length));
        output.Write(SHA256.HashData(file.GetBuffer().AsSpan(0, (int)file.Length)));
        return file.ToArray();
    }

    /// <summary>Nothing where the bytes are damaged or hold for another key.</summary>
    public static SummaryFile Read(byte[] bytes, string key)
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

        var row = new SummaryReader(input, texts);
        var documents = row.List(() => (Path: row.Text()!, Digest: row.Text()!, Length: input.Read7BitEncodedInt()));
        var (beside, found) = (row.Text()!, row.List(row.Fault));
        var start = (int)input.BaseStream.Position;
        var known = new Dictionary<string, KnownSummary>(documents.Length, StringComparer.Ordinal);
        foreach (var (path, digest, size) in documents)
        {
            var summary = new ArraySegment<byte>(bytes, start, size);
            known.Add(path, new KnownSummary(path, digest, () => SummaryReader.Read(summary, texts)));
            start += size;
        }

        return new SummaryFile { Documents = known, Beside = beside, Found = found };
    }
}
