using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Rules.Summaries;

namespace DocsPipeline.Documents.Rules;

/// <summary>Text that partners read must not link to what they cannot: the publication would leave the link out, and its address tells
/// something.</summary>
internal sealed class LinkLeadsInside : IReferenceRule
{
    public IEnumerable<Diagnostic> Check(DocumentSummary document, ContentIndex content)
    {
        if (!document.IsPublished)
        {
            yield break;
        }

        foreach (var link in document.References)
        {
            if (link.Kind is ReferenceKind.Link or ReferenceKind.Heading && !link.Readers.IsNobody
                && Check(document, link, content) is { } fault)
            {
                yield return fault;
            }
        }
    }

    private static Diagnostic? Check(DocumentSummary document, Reference link, ContentIndex content)
    {
        if (content.AtPath(link.Path) is not { Id: { } id } other)
        {
            return null;
        }

        var readers = link.Readers;
        if (!ReferenceEquals(other, document) && !Viewers(readers).All(reader => MayFollow(document, other, reader, content.Access)))
        {
            return other.IsPublished
                ? Catalogue.Leaks.LinkIsNotForAll.At(document.Path, link.Span,
                    label: $"`{id}` has other readers; all see the text without a link",
                    help: "widen the audience of the other document, or take the link out")
                : Catalogue.Leaks.LinkLeadsInside.At(document.Path, link.Span, "link leads to an internal document",
                    $"no partner may read `{id}`", "put it into a `::: internal` block, or take the link out");
        }

        return link.Anchor is { } anchor && content.AnchorsOf(other).TryGetValue(anchor, out var label)
            && !Viewers(readers).All(label.MayKnow)
            ? Catalogue.Leaks.LinkLeadsInside.At(document.Path, link.Span, "link leads to an internal heading",
                "its readers do not see this heading", "link to a heading that they see")
            : null;
    }

    private static IEnumerable<Reader> Viewers(Readers readers) =>
        readers.IsAudience ? [Reader.Audience] : readers.Partners.Select(Reader.Partner);

    private static bool MayFollow(DocumentSummary document, DocumentInterface other, Reader reader, Readership access)
    {
        // Most documents link to others of the same readers, and comparing names costs less than working out whom they mean.
        if (reader == Reader.Audience && other.IsPublished && AudienceComparer.NameTheSame(document.Audience, other.Audience))
        {
            return true;
        }

        foreach (var community in document.Audience.Communities)
        {
            var members = access.MembersOf(document.Audience, community);
            var able = access.MembersOf(other.IsPublished ? other.Audience : Audience.Nobody, community);
            if (!members.IsEmpty && !Readership.MayFollow(members, able, reader))
            {
                return false;
            }
        }

        return true;
    }
}
