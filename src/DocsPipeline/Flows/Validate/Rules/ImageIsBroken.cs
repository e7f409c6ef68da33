using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Publishing;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Flows.Validate.Rules;

/// <summary>Images that lie elsewhere, are missing, are no images, or say nothing to those who do not see them.</summary>
internal sealed class ImageIsBroken : IRule
{
    public IEnumerable<Diagnostic> Check(Subject subject)
    {
        foreach (var image in subject.Images)
        {
            if (Check(subject, image) is { } fault)
            {
                yield return fault;
            }
            else if (string.IsNullOrWhiteSpace(image.Alt) && subject.IsPublished && !image.Readers.IsNobody)
            {
                yield return subject.At(Catalogue.Links.ImageHasNoText, image.Place, help: "say between the brackets what it shows: `![message flow](…)`");
            }
        }
    }

    private static Diagnostic? Check(Subject subject, ImageNode image) => LinkTarget.Parse(image.Target, subject.Document.Folder) switch
    {
        LinkTarget.External => subject.At(Catalogue.Links.ImageIsRemote, image.Place, label: "its server would learn who reads this", help: "save the image beside the document"),
        LinkTarget.Refused { Reason: LinkTarget.LeavesContent } refused => subject.At(Catalogue.Links.LeavesContent, image.Place, label: refused.Reason),
        LinkTarget.Refused refused => subject.At(Catalogue.Links.AddressIsRefused, image.Place, label: refused.Reason, help: "save the image beside the document"),
        LinkTarget.File file when !subject.Library.Documents.Attachments.ContainsKey(file.Path) => subject.At(subject.FileDoesNotExist, image.Place, label: "no file at this path",
            help: LinkIsBroken.Nearest(file.Path, subject.Library.Documents.Attachments.Keys) is { } nearest ? $"did you mean `{RelativePath.From(subject.Document.Folder, nearest)}`?" : null),
        LinkTarget.File file when MediaType.Find(file.Path) is { IsImage: false } type =>
            subject.At(Catalogue.Links.FileIsNotWhatItSays, image.Place, "file is not an image", $"this is {type.Name}", "link to it instead: `[…](…)` without the `!`"),
        LinkTarget.Heading => subject.At(Catalogue.Links.AddressIsRefused, image.Place, label: "a heading is no image"),
        _ => null,
    };
}
