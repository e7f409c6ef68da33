using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Yaml;

namespace DocsPipeline.Documents;

/// <summary>Bytes to document: the limits first, before any library sees the text; then the front matter. The body is not looked
/// at.</summary>
public static class DocumentReader
{
    /// <summary>The largest Markdown file that is read, in bytes.</summary>
    public const int MaxBytes = 256 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The document, or null after at least one diagnostic: an unreadable file is never taken for an empty one.</summary>
    public static Document? Read(ContentFile file, ICollection<Diagnostic> diagnostics)
    {
        if (Text(file, MaxBytes, diagnostics) is not { } text)
        {
            return null;
        }

        if (!text.StartsWith("---\n", StringComparison.Ordinal) && !text.StartsWith("---\r\n", StringComparison.Ordinal))
        {
            diagnostics.Add(Catalogue.FrontMatter.IsMissing.At(file.Path, SourceSpan.At(text, 0, int.MaxValue), label: "expected `---`",
                help: "begin the file with `---`, the fields, and `---` again"));
            return null;
        }

        var yamlStart = text.IndexOf('\n', StringComparison.Ordinal) + 1;
        if (Closing(text, yamlStart) is not { } closing)
        {
            diagnostics.Add(Catalogue.FrontMatter.IsMissing.At(
                file.Path, SourceSpan.Start, "front matter has no end", help: "close it with a line `---`"));
            return null;
        }

        var before = diagnostics.Count;
        if (new YamlReader(file.Path, 2, diagnostics).Read(text[yamlStart..closing.Start]) is not { } root)
        {
            return null;
        }

        var frontMatter = new FrontMatter(root);
        if (frontMatter.Text("kind") is null)
        {
            diagnostics.Add(Catalogue.FrontMatter.KindIsMissing.At(
                file.Path, SourceSpan.Start, help: "add a line such as `kind: faq-article`"));
        }

        if (!DocumentId.TryParse(frontMatter.Text("id"), out var id))
        {
            diagnostics.Add(Catalogue.FrontMatter.IdIsNotValid.At(file.Path, root["id"]?.Span ?? SourceSpan.Start,
                root["id"] is null ? "`id` is missing" : "`id` is not in kebab-case",
                help: $"write `id: {Slug.Of(frontMatter.Text("title") ?? "my-document")}`"));
        }

        return diagnostics.Count > before
            ? null
            : new Document(file.Path, text, frontMatter, text[closing.End..], text.AsSpan(0, closing.End).Count('\n') + 1) { Id = id };
    }

    /// <summary>UTF-8 text without its byte order mark, or null and a diagnostic where it is too long or not text.</summary>
    internal static string? Text(ContentFile file, int limit, ICollection<Diagnostic> diagnostics)
    {
        if (file.Length > limit)
        {
            diagnostics.Add(Catalogue.FrontMatter.FileIsTooLarge.At(file.Path, SourceSpan.Start,
                $"file has {file.Length / 1024} KiB, the limit is {limit / 1024} KiB", help: "split it into several documents"));
            return null;
        }

        try
        {
            var bytes = file.Bytes.Span;
            var text = Strict.GetString(bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes);
            if (text.Contains('\0', StringComparison.Ordinal))
            {
                throw new DecoderFallbackException();
            }

            return text;
        }
        catch (DecoderFallbackException)
        {
            diagnostics.Add(Catalogue.FrontMatter.FileIsNotText.At(file.Path, SourceSpan.Start, help: "save the file as UTF-8"));
            return null;
        }
    }

    private static (int Start, int End)? Closing(string text, int from)
    {
        for (var line = from; line < text.Length;)
        {
            var end = text.IndexOf('\n', line);
            end = end < 0 ? text.Length : end;
            if (text.AsSpan(line, end - line).TrimEnd() is "---")
            {
                return (line, Math.Min(end + 1, text.Length));
            }

            line = end + 1;
        }

        return null;
    }
}
