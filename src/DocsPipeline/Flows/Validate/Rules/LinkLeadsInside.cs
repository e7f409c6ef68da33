using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Flows.Validate.Rules;

/// <summary>Text that partners read must not link to what they cannot: the publication would leave the link out, and its address tells something.</summary>
internal sealed class LinkLeadsInside : IRule
{
    public IEnumerable<Diagnostic> Check(Subject subject) => subject.IsPublished
        ? subject.Links.Where(link => !link.Readers.IsNobody).Select(link => Check(subject, link)).OfType<Diagnostic>()
        : [];

    private static Diagnostic? Check(Subject subject, LinkNode link)
    {
        var (other, anchor) = LinkTarget.Parse(link.Target, subject.Document.Folder) switch
        {
            LinkTarget.File file when subject.Library.Documents.ByPath.TryGetValue(file.Path, out var document) => (document, file.Anchor),
            LinkTarget.Heading heading => (subject.Document, heading.Anchor),
            _ => (null, null),
        };
        if (other is null)
        {
            return null;
        }

        var readers = link.Readers.IsAudience ? [Reader.Audience] : link.Readers.Partners.Select(Reader.Partner).ToList();
        if (other != subject.Document && readers.Exists(reader => !MayFollow(subject, other, reader)))
        {
            return subject.Library.Readership.IsPublished(other)
                ? subject.At(Catalogue.Leaks.LinkIsNotForAll, link.Place, label: $"`{other.Id}` has other readers; all see the text without a link", help: "widen the audience of the other document, or take the link out")
                : subject.At(Catalogue.Leaks.LinkLeadsInside, link.Place, "link leads to an internal document", $"no partner may read `{other.Id}`", "put it into a `::: internal` block, or take the link out");
        }

        return anchor is not null && subject.Library.AnchorsOf(other).TryGetValue(anchor, out var label) && readers.Exists(reader => !label.MayKnow(reader))
            ? subject.At(Catalogue.Leaks.LinkLeadsInside, link.Place, "link leads to an internal heading", "its readers do not see this heading", "link to a heading that they see")
            : null;
    }

    private static bool MayFollow(Subject subject, Document other, Reader reader) =>
        subject.Document.Audience.Communities
            .Where(community => subject.Library.Readership.PartnersOf(subject.Document, community).Count > 0)
            .All(community => subject.Library.Readership.MayFollow(subject.Document, other, community, reader));
}
