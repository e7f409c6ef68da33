using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Tree;

namespace DocsPipeline.Documents.Rules;

/// <summary>Text that partners read must not link to what they cannot: the publication would leave the link out, and its address tells something.</summary>
internal sealed class LinkLeadsInside : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context) => context.IsPublished
        ? context.Links.Where(link => !link.Readers.IsNobody).Select(link => Check(context, link)).OfType<Diagnostic>()
        : [];

    private static Diagnostic? Check(RuleContext context, LinkNode link)
    {
        var (other, anchor) = LinkTarget.Parse(link.Target, context.Document.Folder) switch
        {
            LinkTarget.File file when context.Content.Documents.ByPath.TryGetValue(file.Path, out var document) => (document, file.Anchor),
            LinkTarget.Heading heading => (context.Document, heading.Anchor),
            _ => (null, null),
        };
        if (other is null)
        {
            return null;
        }

        var readers = link.Readers.IsAudience ? [Reader.Audience] : link.Readers.Partners.Select(Reader.Partner).ToList();
        if (other != context.Document && readers.Exists(reader => !MayFollow(context, other, reader)))
        {
            return context.Content.Access.IsPublished(other)
                ? context.At(Catalogue.Leaks.LinkIsNotForAll, link.Place, label: $"`{other.Id}` has other readers; all see the text without a link", help: "widen the audience of the other document, or take the link out")
                : context.At(Catalogue.Leaks.LinkLeadsInside, link.Place, "link leads to an internal document", $"no partner may read `{other.Id}`", "put it into a `::: internal` block, or take the link out");
        }

        return anchor is not null && context.Content.AnchorsOf(other).TryGetValue(anchor, out var label) && readers.Exists(reader => !label.MayKnow(reader))
            ? context.At(Catalogue.Leaks.LinkLeadsInside, link.Place, "link leads to an internal heading", "its readers do not see this heading", "link to a heading that they see")
            : null;
    }

    private static bool MayFollow(RuleContext context, Document other, Reader reader) =>
        context.Document.Audience.Communities
            .Where(community => context.Content.Access.PartnersOf(context.Document, community).Count > 0)
            .All(community => context.Content.Access.MayFollow(context.Document, other, community, reader));
}
