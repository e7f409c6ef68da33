using System.Buffers.Binary;

namespace DocsPipeline.Documents.Publishing;

/// <summary>
/// Rewrites images so that they hold the picture and nothing else: no EXIF, XMP, comments, thumbnails, and nothing behind the end. By structure
/// (PNG and GIF specifications, ITU T.81), without decoding a pixel; what does not parse is refused.
/// </summary>
internal static class CleanImage
{
    /// <summary>The clean bytes, the same bytes for what is no image, null for an image that is broken.</summary>
    public static ReadOnlyMemory<byte>? Of(MediaType type, ReadOnlyMemory<byte> bytes) => type.Name switch
    {
        "image/png" => Png(bytes.Span),
        "image/jpeg" => Jpeg(bytes.Span),
        "image/gif" => Gif(bytes.Span),
        _ => bytes,
    };

    // Critical chunks and those without which colours come out wrong.
    private static ReadOnlyMemory<byte>? Png(ReadOnlySpan<byte> bytes)
    {
        var clean = new MemoryStream();
        clean.Write(bytes[..8]);
        for (var at = 8; at + 12 <= bytes.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]);
            if (length > bytes.Length - at - 12)
            {
                return null;
            }

            var chunk = bytes.Slice(at, (int)length + 12);
            var name = chunk.Slice(4, 4);
            if ((name[0] & 0x20) == 0 || name.SequenceEqual("tRNS"u8) || name.SequenceEqual("gAMA"u8) || name.SequenceEqual("sRGB"u8) || name.SequenceEqual("cHRM"u8))
            {
                clean.Write(chunk);
            }

            if (name.SequenceEqual("IEND"u8))
            {
                return clean.ToArray();
            }

            at += chunk.Length;
        }

        return null;
    }

    private static ReadOnlyMemory<byte>? Jpeg(ReadOnlySpan<byte> bytes)
    {
        var clean = new MemoryStream();
        clean.Write(bytes[..2]);
        for (var at = 2; at + 4 <= bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (length < 2 || at + 2 + length > bytes.Length)
            {
                return null;
            }

            // APP14 (Adobe) says which colour model the samples have.
            if (marker is not (>= 0xE0 and <= 0xEF and not 0xEE) and not 0xFE)
            {
                clean.Write(bytes.Slice(at, length + 2));
            }

            at += length + 2;
            if (marker == 0xDA)
            {
                var end = EndOfScan(bytes, at);
                clean.Write(bytes[at..end]);
                at = end;
                if (at + 1 < bytes.Length && bytes[at + 1] == 0xD9)
                {
                    clean.Write([0xFF, 0xD9]);
                    return clean.ToArray();
                }
            }
        }

        return null;
    }

    private static int EndOfScan(ReadOnlySpan<byte> bytes, int at)
    {
        while (at + 1 < bytes.Length && !(bytes[at] == 0xFF && bytes[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7))))
        {
            at++;
        }

        return at + 1 < bytes.Length ? at : bytes.Length;
    }

    private static ReadOnlyMemory<byte>? Gif(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 13)
        {
            return null;
        }

        var at = 13 + Colours(bytes[10]);
        if (at > bytes.Length)
        {
            return null;
        }

        var clean = new MemoryStream();
        clean.Write(bytes[..at]);
        while (at < bytes.Length && bytes[at] != 0x3B)
        {
            var start = at;
            var keep = true;
            if (bytes[at] == 0x2C && at + 10 < bytes.Length)
            {
                at += 10 + Colours(bytes[at + 9]) + 1;
            }
            else if (bytes[at] == 0x21 && at + 2 < bytes.Length)
            {
                keep = bytes[at + 1] == 0xF9 || (bytes[at + 1] == 0xFF && bytes[(at + 3)..].StartsWith("NETSCAPE2.0"u8));
                at += 2;
            }
            else
            {
                return null;
            }

            while (at < bytes.Length && bytes[at] != 0)
            {
                at += bytes[at] + 1;
            }

            if (++at > bytes.Length)
            {
                return null;
            }

            if (keep)
            {
                clean.Write(bytes[start..at]);
            }
        }

        clean.WriteByte(0x3B);
        return at < bytes.Length ? clean.ToArray() : null;
    }

    private static int Colours(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
