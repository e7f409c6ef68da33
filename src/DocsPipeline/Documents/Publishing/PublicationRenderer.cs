using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Markdown.Html;
using DocsPipeline.Documents.Markdown.Tree;
using DocsPipeline.Documents.Snapshots;

namespace DocsPipeline.Documents.Publishing;

/// <summary>
/// Documents to publications: the one renderer of Preview, Plan and Publish. Gives null where a document has nothing for a reader, and
/// throws <see cref="PipelineException"/> (refused) where it cannot be sure what a reader may see. Safe to use from several threads.
/// </summary>
public sealed class PublicationRenderer(ContentSnapshot content)
{
    private readonly Readership readership = content.Access;
    private readonly Attachments files = new(content.Attachments);

    /// <summary>For whom there is something in the community: the audience first, then the partners with an addendum. Empty = nothing is
    /// published.</summary>
    public IReadOnlyList<Reader> ReadersOf(Document document, string community)
    {
        var partners = readership.PartnersOf(document, community);
        return partners.IsEmpty
            ? []
            : [Reader.Audience, .. Projection.NarrowedTo(content.TreeOf(document)).Where(partners.Contains).Select(Reader.Partner)];
    }

    public Publication? Render(Document document, string community, Reader reader)
    {
        var partners = readership.PartnersOf(document, community);
        if (partners.IsEmpty || (reader.PartnerId is { } id && !partners.Contains(id))
            || !content.Kinds.TryGet(document.Kind, out var kind))
        {
            return null;
        }

        var projection = Projection.Project(document, kind, reader, content.TreeOf(document));
        if (projection.IsEmpty && reader.PartnerId is not null)
        {
            return null;
        }

        var fields = new FieldRenderer(document.FrontMatter, kind.Schema);
        IReadOnlyList<Node> nodes = [.. projection.Nodes, .. fields.Sections(projection.Fields)];
        var attachments = new UsedAttachments(files);
        var html = Write(document, community, reader, nodes, attachments);
        if (!HtmlFixedPoint.Holds(html))
        {
            throw new PipelineException(ExitCode.Refused, Catalogue.Markdown.HtmlIsNotStable.At(document.Path, SourceSpan.Start,
                help: "write tables, lists and links as Markdown instead of HTML"));
        }

        return new Publication(
            reader.PartnerId is { } partner ? $"{document.Id}--{partner}" : document.Id.Value,
            reader.PartnerId is null ? document.Title : $"{document.Title}: for {NameOf(reader.PartnerId)}",
            projection.Fields.Any(field => field.Name == "summary") ? document.Summary : "",
            html,
            fields.Facts(projection.Fields),
            attachments.Used,
            Digest.Of(html));
    }

    private string Write(Document document, string community, Reader reader, IReadOnlyList<Node> nodes, UsedAttachments attachments)
    {
        var outline = TreeOutline.Of(nodes);
        var anchors = Anchors.Of(outline);
        var known = Anchors.Names(outline, anchors);
        string? AddressOfDocument(Document other, string? anchor) =>
            !readership.MayFollow(document, other, community, reader) ? null
            : other == document ? AddressOfHeading(anchor)
            : $"document:{other.Id}{(anchor is not null && AnchorsOf(other).Contains(anchor) ? $"#{Anchors.Prefix}{anchor}" : "")}";
        string? AddressOfHeading(string? anchor) => anchor is not null && known.Contains(anchor) ? $"#{Anchors.Prefix}{anchor}" : null;
        string? Address(string target, bool image) => LinkTarget.Parse(target, document.Folder) switch
        {
            LinkTarget.External external when !image => external.Address,
            LinkTarget.Heading heading when !image => AddressOfHeading(heading.Anchor),
            LinkTarget.File file when content.Documents.ByPath.TryGetValue(file.Path, out var other) =>
                image ? null : AddressOfDocument(other, file.Anchor),
            LinkTarget.File file => attachments.AddressOf(file.Path, image),
            _ => null,
        };
        return new HtmlWriter(anchors, link => Address(link.Target, false), image => Address(image.Target, true)).Write(nodes);
    }

    private HashSet<string> AnchorsOf(Document document)
    {
        var tree = content.TreeOf(document);
        if (!tree.IsSound || !content.Kinds.TryGet(document.Kind, out var kind))
        {
            return [];
        }

        var outline = TreeOutline.Of(Projection.Project(document, kind, Reader.Audience, tree).Nodes);
        return Anchors.Names(outline, Anchors.Of(outline));
    }

    private string NameOf(string partner) => content.Settings.Partners.FirstOrDefault(known => known.Id == partner)?.Name ?? partner;
}
