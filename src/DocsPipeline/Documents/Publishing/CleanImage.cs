using System.Buffers.Binary;

namespace DocsPipeline.Documents.Publishing;

/// <summary>
/// Rewrites images so that they hold the picture and nothing else: no EXIF, XMP, comments, thumbnails, and nothing behind the end. By
/// structure (PNG and GIF specifications, ITU T.81), without decoding a pixel and without holding the image; what does not parse is
/// refused.
/// </summary>
internal static class CleanImage
{
    private const int LongestMark = 14;

    /// <summary>Writes the clean bytes, the same bytes for what is no image; false for an image that is broken, of which a part is
    /// written.</summary>
    public static bool Copy(MediaType type, Stream source, Stream clean)
    {
        var image = new ImageStream(source, clean);
        switch (type.Name)
        {
            case "image/png":
                return Png(image);
            case "image/jpeg":
                return Jpeg(image);
            case "image/gif":
                return Gif(image);
            default:
                source.CopyTo(clean);
                return true;
        }
    }

    // Critical chunks and those without which colours come out wrong.
    private static bool Png(ImageStream image)
    {
        if (!image.Pass(8, keep: true))
        {
            return false;
        }

        while (image.Ahead(12) is { Length: 12 } head)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            var name = head.Slice(4, 4);
            var isEnd = name.SequenceEqual("IEND"u8);
            var keep = (name[0] & 0x20) == 0
                || name.SequenceEqual("tRNS"u8) || name.SequenceEqual("gAMA"u8) || name.SequenceEqual("sRGB"u8)
                    || name.SequenceEqual("cHRM"u8);
            if (!image.Pass(length + 12L, keep))
            {
                return false;
            }

            if (isEnd)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Jpeg(ImageStream image)
    {
        if (!image.Pass(2, keep: true))
        {
            return false;
        }

        while (image.Ahead(4) is { Length: 4 } head && head[0] == 0xFF)
        {
            var marker = head[1];
            if (marker == 0xFF)
            {
                image.Pass(1, keep: false);
                continue;
            }

            // APP14 (Adobe) says which colour model the samples have.
            var length = BinaryPrimitives.ReadUInt16BigEndian(head[2..]);
            if (length < 2 || !image.Pass(length + 2, keep: marker is not (>= 0xE0 and <= 0xEF and not 0xEE) and not 0xFE))
            {
                return false;
            }

            if (marker == 0xDA)
            {
                PassScan(image);
                if (image.Ahead(2) is [0xFF, 0xD9])
                {
                    return image.Pass(2, keep: true);
                }
            }
        }

        return false;
    }

    // Up to the next marker; a 0xFF that belongs to the samples is followed by zero or a restart marker.
    private static void PassScan(ImageStream image)
    {
        while (image.AtHand() is { IsEmpty: false } piece)
        {
            var mark = piece.IndexOf((byte)0xFF);
            image.Pass(mark < 0 ? piece.Length : mark, keep: true);
            if (mark >= 0)
            {
                var next = image.Ahead(2);
                if (next.Length == 2 && next[1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
                {
                    return;
                }

                image.Pass(1, keep: true);
            }
        }
    }

    private static bool Gif(ImageStream image)
    {
        if (image.Ahead(13) is not { Length: 13 } head || !image.Pass(13 + Colours(head[10]), keep: true))
        {
            return false;
        }

        while (image.Ahead(LongestMark) is { IsEmpty: false } next && next[0] != 0x3B)
        {
            int length;
            var keep = true;
            if (next[0] == 0x2C && next.Length > 10)
            {
                length = 10 + Colours(next[9]) + 1;
            }
            else if (next[0] == 0x21 && next.Length > 2)
            {
                keep = next[1] == 0xF9 || (next[1] == 0xFF && next[3..].StartsWith("NETSCAPE2.0"u8));
                length = 2;
            }
            else
            {
                return false;
            }

            if (!image.Pass(length, keep) || !PassBlocks(image, keep))
            {
                return false;
            }
        }

        image.Add([0x3B]);
        return !image.Ahead(1).IsEmpty;
    }

    private static bool PassBlocks(ImageStream image, bool keep)
    {
        while (image.Ahead(1) is [var size])
        {
            if (!image.Pass(size + 1, keep))
            {
                return false;
            }

            if (size == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int Colours(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
}
