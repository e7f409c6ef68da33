namespace DocsPipeline.Documents.Publishing;

/// <summary>The bytes of an image from front to back: some ahead can be looked at, and each is kept or left out. Nothing but one buffer is
/// held.</summary>
internal sealed class ImageStream(Stream source, Stream clean)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int from;
    private int to;

    /// <summary>The next bytes: as many as were asked for (at most 64 KiB), fewer only at the end.</summary>
    public ReadOnlySpan<byte> Ahead(int count)
    {
        if (to - from < count)
        {
            buffer.AsSpan(from, to - from).CopyTo(buffer);
            (from, to) = (0, to - from);
            to += source.ReadAtLeast(buffer.AsSpan(to), count - to, throwOnEndOfStream: false);
        }

        return buffer.AsSpan(from, Math.Min(count, to - from));
    }

    /// <summary>Whatever is at hand: at least one byte, none only at the end.</summary>
    public ReadOnlySpan<byte> AtHand()
    {
        Ahead(1);
        return buffer.AsSpan(from, to - from);
    }

    /// <summary>Takes so many bytes over or leaves them out; false where there are not as many.</summary>
    public bool Pass(long count, bool keep)
    {
        while (count > 0)
        {
            var piece = AtHand();
            if (piece.IsEmpty)
            {
                return false;
            }

            piece = piece[..(int)Math.Min(count, piece.Length)];
            if (keep)
            {
                clean.Write(piece);
            }

            from += piece.Length;
            count -= piece.Length;
        }

        return true;
    }

    /// <summary>Writes bytes of our own.</summary>
    public void Add(ReadOnlySpan<byte> bytes) => clean.Write(bytes);
}
