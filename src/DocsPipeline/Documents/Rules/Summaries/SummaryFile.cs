using System.Security.Cryptography;
using System.Text;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>
/// Summaries as bytes: the key they hold for; the texts, each once; a row of each document; what was found; the summaries; and a SHA-256 of
/// all that.
/// </summary>
internal sealed class SummaryFile
{
    private string[] texts = [];

    public static SummaryFile Nothing { get; } = new();

    /// <summary>By path.</summary>
    public IReadOnlyDictionary<string, KnownSummary> Documents { get; private init; } = new Dictionary<string, KnownSummary>();

    /// <summary>A digest of the paths of the files that lay beside the documents.</summary>
    public string Beside { get; private init; } = "";

    /// <summary>All that was wrong with the documents.</summary>
    public IReadOnlyList<Diagnostic> Found { get; private init; } = [];

    /// <summary>
    /// The file that comes after this one. Summaries that stand here are taken over as they are; a text that nobody uses any more goes with
    /// the key, which another day changes.
    /// </summary>
    public byte[] Followed(
        string key, IReadOnlyCollection<KnownSummary> documents, string beside, Func<IReadOnlyList<Diagnostic>> found)
    {
        var numbers = new Dictionary<string, int>(texts.Length + documents.Count, StringComparer.Ordinal);
        foreach (var text in texts)
        {
            numbers.Add(text, numbers.Count + 1);
        }

        using var summaries = new MemoryStream();
        using var index = new MemoryStream();
        using (var values = new BinaryWriter(summaries, Encoding.UTF8, leaveOpen: true))
        using (var rows = new BinaryWriter(index, Encoding.UTF8, leaveOpen: true))
        {
            var (summary, row) = (new SummaryWriter(values, numbers), new SummaryWriter(rows, numbers));
            row.WriteAll(documents, document =>
            {
                var start = summaries.Position;
                if (document.Written is { } written)
                {
                    values.Write(written);
                }
                else
                {
                    summary.Write(document.Summary);
                }

                row.Write(new SummaryRow(
                    document.Path, document.Digest, document.Id, document.Supersedes, (int)(summaries.Position - start)));
            });
            row.Write(beside);
            row.WriteAll(found(), row.Write);
        }

        using var file = new MemoryStream();
        using var output = new BinaryWriter(file, Encoding.UTF8);
        output.Write(key);
        output.Write7BitEncodedInt(numbers.Count);
        foreach (var text in numbers.Keys)
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
        var documents = row.List(row.Row);
        var (beside, found) = (row.Text()!, row.List(row.Fault));
        var start = (int)input.BaseStream.Position;
        var known = new Dictionary<string, KnownSummary>(documents.Length, StringComparer.Ordinal);
        foreach (var document in documents)
        {
            known.Add(document.Path, new KnownSummary(document, new ArraySegment<byte>(bytes, start, document.Length), texts));
            start += document.Length;
        }

        return new SummaryFile { Documents = known, Beside = beside, Found = found, texts = texts };
    }
}
