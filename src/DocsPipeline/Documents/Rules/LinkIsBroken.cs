using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Rules.Summaries;

namespace DocsPipeline.Documents.Rules;

/// <summary>Links to documents, headings and files that are not there.</summary>
internal sealed class LinkIsBroken : IReferenceRule
{
    public IEnumerable<Diagnostic> Check(DocumentSummary document, ContentIndex content)
    {
        foreach (var link in document.References)
        {
            if (link.Kind is ReferenceKind.Link or ReferenceKind.Heading && Check(document, link, content) is { } fault)
            {
                yield return fault;
            }
        }
    }

    private static Diagnostic? Check(DocumentSummary document, Reference link, ContentIndex content)
    {
        if (content.AtPath(link.Path) is { } other)
        {
            return other.Id is null || link.Anchor is null ? null : Anchor(document, link, link.Anchor, other, content);
        }

        if (content.HasAttachment(link.Path))
        {
            return null;
        }

        return link.Path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            ? Catalogue.Links.TargetDoesNotExist.At(document.Path, link.Span,
                label: "no document at this path", help: RelativePath.Help(document, content.NearestDocument(link.Path)))
            : document.FileDoesNotExist.At(document.Path, link.Span,
                label: "no file at this path", help: RelativePath.Help(document, content.NearestAttachment(link.Path)));
    }

    private static Diagnostic? Anchor(
        DocumentSummary document, Reference link, string anchor, DocumentInterface other, ContentIndex content) =>
        anchor.Length == 0 || content.AnchorsOf(other).ContainsKey(anchor)
            ? null
            : Catalogue.Links.AnchorDoesNotExist.At(document.Path, link.Span, label: $"no heading gives `#{anchor}`",
                help: content.NearestAnchor(other, anchor) is { } nearest ? $"did you mean `#{nearest}`?" : null);
}
