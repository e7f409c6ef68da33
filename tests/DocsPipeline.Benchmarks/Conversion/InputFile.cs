using System.Text;

namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>An input as bytes or text, read in the way that costs least: the same for ours and for the floors.</summary>
internal static class InputFile
{
    [ThreadStatic]
    private static byte[]? buffer;

    [ThreadStatic]
    private static char[]? characters;

    /// <summary>The bytes; this thread's next file overwrites them.</summary>
    public static ArraySegment<byte> Bytes(string path)
    {
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite);
        var size = (int)RandomAccess.GetLength(file);
        if (buffer is null || buffer.Length < size)
        {
            buffer = new byte[Math.Max(size, 256 * 1024)];
        }

        return new ArraySegment<byte>(buffer, 0, RandomAccess.Read(file, buffer.AsSpan(0, size), 0));
    }

    public static string Text(string path)
    {
        var bytes = Bytes(path);
        if (characters is null || characters.Length < bytes.Count)
        {
            characters = new char[Math.Max(bytes.Count, 256 * 1024)];
        }

        return new string(characters, 0, Encoding.UTF8.GetChars(bytes, characters));
    }
}
