using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Documents.Rules;

/// <summary>Links to addresses that are not allowed, and those that partners would get without their target.</summary>
internal sealed class LinkIsRefused : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context) =>
        context.Links.Select(link => Check(context, link.Node, link.Target)).OfType<Diagnostic>();

    private static Diagnostic? Check(RuleContext context, LinkNode link, LinkTarget target) => target switch
    {
        LinkTarget.Refused { Reason: LinkTarget.LeavesContent } refused => context.At(
            Catalogue.Links.LeavesContent, link.Place, label: refused.Reason, help: "link to a document or a file below `content/`"),
        LinkTarget.Refused refused => context.At(
            Catalogue.Links.AddressIsRefused, link.Place, label: refused.Reason, help: "use a relative path, `https://…` or `mailto:…`"),
        LinkTarget.Confluence { IsPage: true } when context.IsPublished && !link.Readers.IsNobody => context.At(
            Catalogue.Links.StaysInConfluence, link.Place,
            label: "partners see its text without a link", help: "link to a document, or take the link out"),
        _ => null,
    };
}
