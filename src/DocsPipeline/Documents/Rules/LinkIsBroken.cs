using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Documents.Rules;

/// <summary>Links to addresses, documents, headings and files that are not there or not allowed.</summary>
internal sealed class LinkIsBroken : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context) => context.Links.Select(link => Check(context, link)).OfType<Diagnostic>();

    private static Diagnostic? Check(RuleContext context, LinkNode link) => LinkTarget.Parse(link.Target, context.Document.Folder) switch
    {
        LinkTarget.Refused { Reason: LinkTarget.LeavesContent } refused => context.At(Catalogue.Links.LeavesContent, link.Place, label: refused.Reason, help: "link to a document or a file below `content/`"),
        LinkTarget.Refused refused => context.At(Catalogue.Links.AddressIsRefused, link.Place, label: refused.Reason, help: "use a relative path, `https://…` or `mailto:…`"),
        LinkTarget.Confluence { IsPage: true } when context.IsPublished && !link.Readers.IsNobody =>
            context.At(Catalogue.Links.StaysInConfluence, link.Place, label: "partners see its text without a link", help: "link to a document, or take the link out"),
        LinkTarget.Heading heading => Anchor(context, link, context.Document, heading.Anchor),
        LinkTarget.File file => File(context, link, file),
        _ => null,
    };

    private static Diagnostic? File(RuleContext context, LinkNode link, LinkTarget.File file)
    {
        var documents = context.Content.Documents;
        if (documents.ByPath.TryGetValue(file.Path, out var other))
        {
            return file.Anchor is null ? null : Anchor(context, link, other, file.Anchor);
        }

        if (documents.Attachments.ContainsKey(file.Path) || context.Content.IsBroken(file.Path))
        {
            return null;
        }

        var isDocument = file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
        var nearest = Nearest(file.Path, isDocument ? documents.ByPath.Keys : documents.Attachments.Keys);
        var help = nearest is null ? null : $"did you mean `{RelativePath.From(context.Document.Folder, nearest)}`?";
        return isDocument
            ? context.At(Catalogue.Links.TargetDoesNotExist, link.Place, label: "no document at this path", help: help)
            : context.At(context.FileDoesNotExist, link.Place, label: "no file at this path", help: help);
    }

    private static Diagnostic? Anchor(RuleContext context, LinkNode link, Document document, string anchor)
    {
        var anchors = context.Content.AnchorsOf(document);
        return anchor.Length == 0 || anchors.ContainsKey(anchor)
            ? null
            : context.At(Catalogue.Links.AnchorDoesNotExist, link.Place, label: $"no heading gives `#{anchor}`",
                help: EditDistance.Nearest(anchor, anchors.Keys) is { } nearest ? $"did you mean `#{nearest}`?" : null);
    }

    // A file of the same name elsewhere is what was moved; otherwise the nearest spelling.
    internal static string? Nearest(string path, IEnumerable<string> candidates)
    {
        var byName = candidates.Order(StringComparer.Ordinal).ToLookup(NameOf, StringComparer.OrdinalIgnoreCase);
        return EditDistance.Nearest(NameOf(path), byName.Select(group => group.Key)) is { } name ? byName[name].First() : null;
    }

    private static string NameOf(string path) => path[(path.LastIndexOf('/') + 1)..];
}
