using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Publishing;

/// <summary>
/// A file that a publication shows or links to. Partners see the name; <see cref="Sha256"/> and <see cref="Length"/> are those of what is
/// sent, an image without what its camera wrote into it. The bytes are made when they are asked for and never held; the digest says that
/// they are still those that were checked.
/// </summary>
public sealed class Attachment
{
    private readonly ContentFile file;
    private readonly MediaType type;

    private Attachment(ContentFile file, MediaType type, string sha256, long length) =>
        (this.file, this.type, Sha256, Length) = (file, type, sha256, length);

    /// <summary>Where it lies in the repository.</summary>
    public string Path => file.Path;

    public string FileName => file.Path[(file.Path.LastIndexOf('/') + 1)..];

    public string MediaType => type.Name;

    public bool IsImage => type.IsImage;

    public string Sha256 { get; }

    /// <summary>In bytes.</summary>
    public long Length { get; }

    /// <summary>What is sent; at most <see cref="Publishing.MediaType.MaxBytes"/>. DOC0214 where it is not what was checked.</summary>
    public ReadOnlyMemory<byte> Bytes
    {
        get
        {
            var bytes = new MemoryStream((int)Length);
            using var source = file.OpenRead();
            CleanImage.Copy(type, source, bytes);
            var made = bytes.GetBuffer().AsMemory(0, (int)bytes.Length);
            return Digest.Of(made.Span) == Sha256 ? made : throw new PipelineException(ExitCode.Errors, Catalogue.Links.FileHasChanged.At(
                Path, SourceSpan.Start, $"`{FileName}` is no longer what was checked", help: "run the target again"));
        }
    }

    /// <summary>Null for a file that may not be published: too large, of a type that is refused, or not what its name says.</summary>
    public static Attachment? Of(ContentFile file)
    {
        if (Publishing.MediaType.Find(file.Path) is not { } type || file.Length > Publishing.MediaType.MaxBytes)
        {
            return null;
        }

        using var digest = new DigestStream();
        using var source = file.OpenRead();
        return type.Fits(source) && CleanImage.Copy(type, source, digest)
            ? new Attachment(file, type, digest.Finish(), digest.Length)
            : null;
    }

    public override string ToString() => $"{Path} {Sha256}";
}
