using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Tree;
using DocsPipeline.Documents.Publishing;

namespace DocsPipeline.Documents.Rules;

/// <summary>Images that lie elsewhere, are missing, are no images, or say nothing to those who do not see them.</summary>
internal sealed class ImageIsBroken : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        foreach (var image in context.Images)
        {
            if (Check(context, image) is { } fault)
            {
                yield return fault;
            }
            else if (string.IsNullOrWhiteSpace(image.Alt) && context.IsPublished && !image.Readers.IsNobody)
            {
                yield return context.At(Catalogue.Links.ImageHasNoText, image.Place, help: "say between the brackets what it shows: `![message flow](…)`");
            }
        }
    }

    private static Diagnostic? Check(RuleContext context, ImageNode image) => LinkTarget.Parse(image.Target, context.Document.Folder) switch
    {
        LinkTarget.External => context.At(Catalogue.Links.ImageIsRemote, image.Place, label: "its server would learn who reads this", help: "save the image beside the document"),
        LinkTarget.Refused { Reason: LinkTarget.LeavesContent } refused => context.At(Catalogue.Links.LeavesContent, image.Place, label: refused.Reason),
        LinkTarget.Refused refused => context.At(Catalogue.Links.AddressIsRefused, image.Place, label: refused.Reason, help: "save the image beside the document"),
        LinkTarget.File file when !context.Content.Documents.Attachments.ContainsKey(file.Path) => context.At(context.FileDoesNotExist, image.Place, label: "no file at this path",
            help: LinkIsBroken.Nearest(file.Path, context.Content.Documents.Attachments.Keys) is { } nearest ? $"did you mean `{RelativePath.From(context.Document.Folder, nearest)}`?" : null),
        LinkTarget.File file when MediaType.Find(file.Path) is { IsImage: false } type =>
            context.At(Catalogue.Links.FileIsNotWhatItSays, image.Place, "file is not an image", $"this is {type.Name}", "link to it instead: `[…](…)` without the `!`"),
        LinkTarget.Heading => context.At(Catalogue.Links.AddressIsRefused, image.Place, label: "a heading is no image"),
        _ => null,
    };
}
