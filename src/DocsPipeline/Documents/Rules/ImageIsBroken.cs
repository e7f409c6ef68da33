using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Markdown.Tree;
using DocsPipeline.Documents.Publishing;
using DocsPipeline.Documents.Rules.Summaries;

namespace DocsPipeline.Documents.Rules;

/// <summary>Images that are missing, are no images, or say nothing to those who do not see them.</summary>
internal sealed class ImageIsBroken : IReferenceRule
{
    internal const string SayWhatItShows = "say between the brackets what it shows: `![message flow](…)`";

    public IEnumerable<Diagnostic> Check(DocumentSummary document, ContentIndex content) => document.References
        .Where(reference => reference.Kind is ReferenceKind.Image or ReferenceKind.MuteImage)
        .Select(image => Check(document, image, content)).OfType<Diagnostic>();

    /// <summary>Whether readers get the image and nothing that says what it shows.</summary>
    public static bool IsMute(ImageNode image) => string.IsNullOrWhiteSpace(image.Alt) && !image.Readers.IsNobody;

    private static Diagnostic? Check(DocumentSummary document, Reference image, ContentIndex content) =>
        !content.HasAttachment(image.Path) ? document.FileDoesNotExist.At(
            document.Path, image.Span, label: "no file at this path",
            help: RelativePath.Help(document, content.NearestAttachment(image.Path)))
        : MediaType.Find(image.Path) is { IsImage: false } type ? Catalogue.Links.FileIsNotWhatItSays.At(
            document.Path, image.Span, "file is not an image", $"this is {type.Name}", "link to it instead: `[…](…)` without the `!`")
        : image.Kind == ReferenceKind.MuteImage && document.IsPublished ? Catalogue.Links.ImageHasNoText.At(
            document.Path, image.Span, help: SayWhatItShows)
        : null;
}
