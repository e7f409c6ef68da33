using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Documents.Rules;

/// <summary>Images that lie elsewhere, and those of Confluence that say nothing to people who do not see them.</summary>
internal sealed class ImageIsRefused : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context) =>
        context.Images.Select(image => Check(context, image.Node, image.Target)).OfType<Diagnostic>();

    private static Diagnostic? Check(RuleContext context, ImageNode image, LinkTarget target) => target switch
    {
        LinkTarget.External => context.At(
            Catalogue.Links.ImageIsRemote, image.Place,
            label: "its server would learn who reads this", help: "save the image beside the document"),
        LinkTarget.Refused { Reason: LinkTarget.LeavesContent } refused =>
            context.At(Catalogue.Links.LeavesContent, image.Place, label: refused.Reason),
        LinkTarget.Refused refused =>
            context.At(Catalogue.Links.AddressIsRefused, image.Place, label: refused.Reason, help: "save the image beside the document"),
        LinkTarget.Heading => context.At(Catalogue.Links.AddressIsRefused, image.Place, label: "a heading is no image"),
        LinkTarget.Confluence when context.IsPublished && ImageIsBroken.IsMute(image) =>
            context.At(Catalogue.Links.ImageHasNoText, image.Place, help: ImageIsBroken.SayWhatItShows),
        _ => null,
    };
}
