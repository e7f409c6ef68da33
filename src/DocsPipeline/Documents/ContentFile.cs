using System.Runtime.InteropServices;

namespace DocsPipeline.Documents;

/// <summary>
/// A file of the repository; the path is relative to the repository's root and uses <c>/</c>, on every machine. What it holds is in memory,
/// or stays where it is and is read each time it is asked for: a folder of pictures is larger than a machine.
/// </summary>
public sealed record ContentFile
{
    private readonly ReadOnlyMemory<byte> held;
    private readonly Func<Stream>? open;

    public ContentFile(string path, ReadOnlyMemory<byte> bytes) => (Path, held, Length) = (path, bytes, bytes.Length);

    /// <param name="path">Relative to the repository's root.</param>
    /// <param name="length">In bytes.</param>
    /// <param name="open">
    /// Gives the file from its beginning, each time anew, as a stream that can go back; throws <see cref="IOException"/>, or what a person
    /// can mend, where it cannot.
    /// </param>
    public ContentFile(string path, long length, Func<Stream> open) => (Path, Length, this.open) = (path, length, open);

    public string Path { get; }

    /// <summary>In bytes.</summary>
    public long Length { get; private init; }

    /// <summary>All of it; for what has a limit that was looked at before.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get => open is null ? held : ReadAll();
        init => (held, Length, open) = (value, value.Length, null);
    }

    /// <summary>Copies its beginning, and says how many bytes that were: all of it, where there is room for its length.</summary>
    public int Read(Span<byte> into)
    {
        if (open is null)
        {
            var count = Math.Min(held.Length, into.Length);
            held.Span[..count].CopyTo(into);
            return count;
        }

        using var stream = open();
        return stream.ReadAtLeast(into, into.Length, throwOnEndOfStream: false);
    }

    public Stream OpenRead() => open?.Invoke() ?? (MemoryMarshal.TryGetArray(held, out var bytes)
        ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
        : new MemoryStream(held.ToArray(), writable: false));

    private ReadOnlyMemory<byte> ReadAll()
    {
        var bytes = new byte[Length];
        return bytes.AsMemory(0, Read(bytes));
    }
}
