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

    public static async Task<string> ReadAsync(string path, CancellationToken cancellation)
    {
        var limit = 4L * ConversionLimits.MarkdownCharacters;
        if (new FileInfo(path).Length > limit)
        {
            throw new InvalidDataException($"file is larger than {limit} bytes");
        }

        var bytes = await File.ReadAllBytesAsync(path, cancellation);
        return Strict.GetString(bytes);
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
