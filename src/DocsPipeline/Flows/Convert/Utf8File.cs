using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Flows.Convert;

/// <summary>Reads UTF-8 without guessing: bytes that are not UTF-8 are a fault, never question marks.</summary>
internal static class Utf8File
{
    /// <summary>What some editors put in front of UTF-8. It is no part of a page, but a page written back keeps it.</summary>
    public const char Mark = '\uFEFF';

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Larger buffers are left to the garbage collector, so that one file cannot make all threads keep its size.</summary>
    private const int MostKept = 1024 * 1024;

    [ThreadStatic]
    private static byte[]? spareBytes;

    [ThreadStatic]
    private static byte[]? spareOutput;

    [ThreadStatic]
    private static char[]? spareCharacters;

    /// <summary>
    /// The text of a file. Files of some kilobytes are read while a thread would be put to sleep and woken, so nothing here is
    /// asynchronous; and the buffers are this thread's, so a file costs no memory but its text.
    /// </summary>
    public static string Read(string path)
    {
        using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        var size = RandomAccess.GetLength(file);
        var limit = 4L * ConversionLimits.MarkdownCharacters;
        if (size > limit)
        {
            throw new InvalidDataException($"file is larger than {limit} bytes");
        }

        var bytes = Buffer(ref spareBytes, (int)size);
        var length = 0;
        for (var read = -1; read != 0 && length < size; length += read)
        {
            read = RandomAccess.Read(file, bytes.AsSpan(length, (int)size - length), length);
        }

        var characters = Buffer(ref spareCharacters, length);
        return new string(characters, 0, Strict.GetChars(bytes.AsSpan(0, length), characters));
    }

    /// <summary>Whether a file is there and cannot be opened now.</summary>
    public static bool IsClosed(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            return false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return File.Exists(path);
        }
    }

    /// <summary>A text as bytes, without a mark; this thread's next file overwrites them.</summary>
    public static ReadOnlySpan<byte> Bytes(string text)
    {
        var bytes = Buffer(ref spareOutput, Strict.GetMaxByteCount(text.Length));
        return bytes.AsSpan(0, Strict.GetBytes(text, bytes));
    }

    /// <summary>Writes a file that is not there yet, with a single call.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using var file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
        RandomAccess.Write(file, bytes, 0);
    }

    /// <summary>Whether a file is there and holds these bytes and no others.</summary>
    public static bool Holds(string path, ReadOnlySpan<byte> bytes)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenHandle(path, share: FileShare.ReadWrite | FileShare.Delete);
        if (RandomAccess.GetLength(file) != bytes.Length)
        {
            return false;
        }

        var there = Buffer(ref spareBytes, bytes.Length);
        var length = 0;
        for (var read = -1; read != 0 && length < bytes.Length; length += read)
        {
            read = RandomAccess.Read(file, there.AsSpan(length, bytes.Length - length), length);
        }

        return bytes.SequenceEqual(there.AsSpan(0, length));
    }

    private static T[] Buffer<T>(ref T[]? spare, int length)
    {
        if (spare is not null && spare.Length >= length)
        {
            return spare;
        }

        var buffer = new T[Math.Max(length, 64 * 1024)];
        spare = length <= MostKept ? buffer : spare;
        return buffer;
    }

    /// <summary>A fault of one file, which leaves the other files alone; null where the run was told to stop.</summary>
    public static Diagnostic? Fault(Exception exception, string file) => exception switch
    {
        OperationCanceledException => null,
        InvalidDataException => TooLarge.At(file, SourceSpan.Start, exception.Message, help: "split the page into several"),
        DecoderFallbackException => Unreadable.At(file, SourceSpan.Start, "file is not UTF-8", help: "save the file as UTF-8"),
        IOException or UnauthorizedAccessException or EncoderFallbackException => Unreadable.At(
            file, SourceSpan.Start, $"file cannot be converted: {OneLine(exception)}",
            help: "check that the file can be read and that the output folder can be written"),
        _ => Catalogue.Conversion.ConverterFailed.At(
            file, SourceSpan.Start, $"conversion failed: {OneLine(exception)}",
            help: "tell us, with the file if you may",
            notes: [$"{exception.GetType().Name} {exception.StackTrace?.Split('\n')[0].Trim()}"]),
    };

    private static DiagnosticCode TooLarge => Catalogue.Conversion.PageIsTooLarge;

    private static DiagnosticCode Unreadable => Catalogue.Conversion.FileIsUnreadable;

    private static string OneLine(Exception exception) => exception.Message.ReplaceLineEndings(" ");
}
