using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>An attachment of another page: <c>confluence:attachment/name.png?page=Title&amp;page-space=EDI</c>.</summary>
internal static class ForeignFile
{
    private static readonly (string Detail, string Attribute)[] OfPage =
        [("page", "ri:content-title"), ("page-space", "ri:space-key"), ("page-version", "ri:version-at-save")];

    public static TypedLink? Of(StorageTree tree, int attachment)
    {
        var page = tree[attachment].FirstChild;
        if (tree.ElementOf(attachment) != Element.Attachment || page == 0 || page != tree[attachment].LastChild
            || tree.ElementOf(page) != Element.Page)
        {
            return null;
        }

        var link = new TypedLink("attachment", tree.Attribute(attachment, "ri:filename") ?? "");
        link.Add("version", tree.Attribute(attachment, "ri:version-at-save"));
        foreach (var (detail, attribute) in OfPage)
        {
            link.Add(detail, tree.Attribute(page, attribute));
        }

        return link;
    }

    /// <summary>The resource that such a link names, or null where it names none of another page.</summary>
    public static string? Storage(TypedLink link)
    {
        if (link.Kind != "attachment" || link["page"] is null)
        {
            return null;
        }

        var page = string.Concat(OfPage.Select(part => Attribute(part.Attribute, link[part.Detail])));
        var attributes = Attribute("ri:filename", link.Main) + Attribute("ri:version-at-save", link["version"]);
        return $"<ri:attachment{attributes}><ri:page{page} /></ri:attachment>";
    }

    private static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{Entities.EncodeAttribute(value)}\"";
}
