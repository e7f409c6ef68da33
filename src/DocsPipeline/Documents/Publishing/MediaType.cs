using System.Collections.Frozen;

namespace DocsPipeline.Documents.Publishing;

/// <summary>The files that may lie beside a document, by extension, and how such a file begins. Everything else is refused: first of all
/// svg, which is a program.</summary>
public sealed record MediaType(string Name, IReadOnlyList<byte[]> Beginnings)
{
    private static readonly FrozenDictionary<string, MediaType> ByExtension = new Dictionary<string, MediaType>
    {
        [".png"] = Of("image/png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        [".jpg"] = Of("image/jpeg", [0xFF, 0xD8, 0xFF]),
        [".jpeg"] = Of("image/jpeg", [0xFF, 0xD8, 0xFF]),
        [".gif"] = Of("image/gif", [.. "GIF87a"u8], [.. "GIF89a"u8]),
        [".pdf"] = Of("application/pdf", [.. "%PDF-"u8]),
        [".docx"] = Of("application/vnd.openxmlformats-officedocument.wordprocessingml.document", [.. "PK\u0003\u0004"u8]),
        [".xlsx"] = Of("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [.. "PK\u0003\u0004"u8]),
        [".pptx"] = Of("application/vnd.openxmlformats-officedocument.presentationml.presentation", [.. "PK\u0003\u0004"u8]),
        [".zip"] = Of("application/zip", [.. "PK\u0003\u0004"u8]),
        [".cer"] = Of("application/pkix-cert"),
        [".crt"] = Of("application/pkix-cert"),
        [".pem"] = Of("application/x-pem-file", [.. "-----BEGIN "u8]),
        [".csv"] = Of("text/csv"),
        [".txt"] = Of("text/plain"),
        [".edi"] = Of("text/plain"),
        [".x12"] = Of("text/plain"),
        [".edifact"] = Of("text/plain"),
        [".json"] = Of("application/json"),
        [".xml"] = Of("application/xml"),
        [".xsd"] = Of("application/xml"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The largest file that is published, in bytes.</summary>
    public const int MaxBytes = 25 * 1024 * 1024;

    public static IEnumerable<string> Extensions => ByExtension.Keys.Order(StringComparer.Ordinal);

    public bool IsImage => Name.StartsWith("image/", StringComparison.Ordinal);

    /// <summary>By the file's extension, or null for one that is not allowed.</summary>
    public static MediaType? Find(string path) => ByExtension.GetValueOrDefault(System.IO.Path.GetExtension(path).ToLowerInvariant());

    /// <summary>Whether a file holds what its extension says: it begins so, and text holds no zero byte. No more of it is read than that
    /// takes, and the stream stands at the beginning again afterwards.</summary>
    public bool Fits(Stream file)
    {
        var fits = Beginnings.Count > 0 ? BeginsWell(file) : Name == "application/pkix-cert" || !HoldsZero(file);
        file.Position = 0;
        return fits;
    }

    private bool BeginsWell(Stream stream)
    {
        var start = new byte[Beginnings.Max(beginning => beginning.Length)];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return Beginnings.Any(beginning => start.AsSpan(0, read).StartsWith(beginning));
    }

    private static bool HoldsZero(Stream stream)
    {
        var buffer = new byte[64 * 1024];
        while (stream.Read(buffer) is > 0 and var read)
        {
            if (buffer.AsSpan(0, read).Contains((byte)0))
            {
                return true;
            }
        }

        return false;
    }

    private static MediaType Of(string name, params byte[][] beginnings) => new(name, beginnings);
}
