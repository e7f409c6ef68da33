using System.Buffers;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Publishing;
using DocsPipeline.Documents.Rules.Secrets;

namespace DocsPipeline.Documents.Rules;

/// <summary>What can be wrong with a file beside the documents. It is read as a stream: only what may hold a secret is ever in
/// memory.</summary>
internal static class AttachmentRules
{
    private static readonly SearchValues<char> NotPortable = SearchValues.Create("<>:\"|?*\\");

    public static IEnumerable<Diagnostic> Check(ContentFile file)
    {
        var name = file.Path[(file.Path.LastIndexOf('/') + 1)..];
        if (!name.IsNormalized() || name.AsSpan().ContainsAny(NotPortable) || name.Any(char.IsControl) || name.EndsWith('.')
            || name.EndsWith(' '))
        {
            yield return Catalogue.Links.FileNameIsNotPortable.At(
                file.Path, SourceSpan.Start, $"name of `{name}` does not work on every system",
                help: "rename it; letters, digits, `-`, `_` and `.` are safe",
                notes: name.IsNormalized() ? [] : ["its letters with marks are stored in two parts (NFD)"]);
        }

        if (MediaType.Find(file.Path) is not { } type)
        {
            yield return Catalogue.Links.FileTypeIsRefused.At(
                file.Path, SourceSpan.Start, $"files like `{name}` are not published",
                help: $"allowed are {string.Join(", ", MediaType.Extensions)}");
        }
        else if (file.Length > MediaType.MaxBytes)
        {
            yield return Catalogue.Links.FileIsTooLarge.At(
                file.Path, SourceSpan.Start, $"file has {file.Length >> 20} MiB, the limit is {MediaType.MaxBytes >> 20} MiB");
        }
        else if (!Holds(file, type))
        {
            yield return Catalogue.Links.FileIsNotWhatItSays.At(
                file.Path, SourceSpan.Start, $"`{name}` does not hold {type.Name}", help: "save it in the format that its name says");
        }
        else if (!type.IsImage && file.Length <= DocumentReader.MaxBytes)
        {
            foreach (var diagnostic in Secrets(file))
            {
                yield return diagnostic;
            }
        }
    }

    private static bool Holds(ContentFile file, MediaType type)
    {
        using var source = file.OpenRead();
        return type.Fits(source) && (!type.IsImage || CleanImage.Copy(type, source, Stream.Null));
    }

    private static IEnumerable<Diagnostic> Secrets(ContentFile file)
    {
        var bytes = file.Bytes;
        return bytes.Span.Contains((byte)0) ? [] : SecretDetector.Find(file.Path, Encoding.UTF8.GetString(bytes.Span));
    }
}
