using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Flows.Validate.Rules;

/// <summary>Links to addresses, documents, headings and files that are not there or not allowed.</summary>
internal sealed class LinkIsBroken : IRule
{
    public IEnumerable<Diagnostic> Check(Subject subject) => subject.Links.Select(link => Check(subject, link)).OfType<Diagnostic>();

    private static Diagnostic? Check(Subject subject, LinkNode link) => LinkTarget.Parse(link.Target, subject.Document.Folder) switch
    {
        LinkTarget.Refused { Reason: LinkTarget.LeavesContent } refused => subject.At(Catalogue.Links.LeavesContent, link.Place, label: refused.Reason, help: "link to a document or a file below `content/`"),
        LinkTarget.Refused refused => subject.At(Catalogue.Links.AddressIsRefused, link.Place, label: refused.Reason, help: "use a relative path, `https://…` or `mailto:…`"),
        LinkTarget.Confluence { IsPage: true } when subject.IsPublished && !link.Readers.IsNobody =>
            subject.At(Catalogue.Links.StaysInConfluence, link.Place, label: "partners see its text without a link", help: "link to a document, or take the link out"),
        LinkTarget.Heading heading => Anchor(subject, link, subject.Document, heading.Anchor),
        LinkTarget.File file => File(subject, link, file),
        _ => null,
    };

    private static Diagnostic? File(Subject subject, LinkNode link, LinkTarget.File file)
    {
        var documents = subject.Library.Documents;
        if (documents.ByPath.TryGetValue(file.Path, out var other))
        {
            return file.Anchor is null ? null : Anchor(subject, link, other, file.Anchor);
        }

        if (documents.Attachments.ContainsKey(file.Path) || subject.Library.IsBroken(file.Path))
        {
            return null;
        }

        var isDocument = file.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase);
        var nearest = Nearest(file.Path, isDocument ? documents.ByPath.Keys : documents.Attachments.Keys);
        var help = nearest is null ? null : $"did you mean `{RelativePath.From(subject.Document.Folder, nearest)}`?";
        return isDocument
            ? subject.At(Catalogue.Links.TargetDoesNotExist, link.Place, label: "no document at this path", help: help)
            : subject.At(subject.FileDoesNotExist, link.Place, label: "no file at this path", help: help);
    }

    private static Diagnostic? Anchor(Subject subject, LinkNode link, Document document, string anchor)
    {
        var anchors = subject.Library.AnchorsOf(document);
        return anchor.Length == 0 || anchors.ContainsKey(anchor)
            ? null
            : subject.At(Catalogue.Links.AnchorDoesNotExist, link.Place, label: $"no heading gives `#{anchor}`",
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
