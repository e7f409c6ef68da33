using System.Text;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Link targets back to what Confluence links to.</summary>
internal static class LinkReader
{
    /// <summary>A Markdown link, or an <c>a</c> tag with a typed or relative target.</summary>
    public static string Read(StorageSession session, string target, string body, string? title = null)
    {
        if (target.StartsWith(TypedLink.MentionScheme, StringComparison.Ordinal))
        {
            return Mention(session, target[TypedLink.MentionScheme.Length..], body);
        }

        if (TypedLink.Parse(target) is { } typed)
        {
            return Typed(typed, body) ?? Anchor(session, target, body, title);
        }

        if (target.StartsWith('#') && target.Length > 1)
        {
            var anchor = Entities.EncodeAttribute(Within(session, target, TargetEncoding.Decode(target[1..])));
            return $"<ac:link ac:anchor=\"{anchor}\">{LinkBody(body)}</ac:link>";
        }

        if (target.Length == 0 || target[0] == '/' || LinkSafety.HasScheme(target))
        {
            return Anchor(session, target, body, title);
        }

        var hash = target.IndexOf('#');
        var path = hash < 0 ? target : target[..hash];
        if (session.Links.PageAt(path) is { } page)
        {
            var slug = hash < 0 ? null : TargetEncoding.Decode(target[(hash + 1)..]);
            return Page(page, session.KnownAnchor(target) ?? slug, body);
        }

        return path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) || hash >= 0
            ? Anchor(session, target, body, title)
            : File(session, path, body, "1");
    }

    public static string ReadTag(StorageSession session, HtmlTag tag, string body)
    {
        var target = tag["data-blocked"] is { } blocked ? LinkSafety.Restore(blocked) : tag["href"];
        if (tag["data-blocked"] is null && target is not null && LinkSafety.IsActive(target))
        {
            session.ReportAddress(target);
            return body;
        }

        if (target is { Length: > 1 } && target[0] == '#' && tag[TypedLink.NoBody] is not null && tag.Attributes.Count == 2)
        {
            var anchor = Within(session, target, TargetEncoding.Decode(target[1..]));
            return StorageElement.PlainText(body) == anchor
                ? $"<ac:link ac:anchor=\"{Entities.EncodeAttribute(anchor)}\" />"
                : Read(session, target, body);
        }

        var isTyped = target is not null && tag["data-link"] is null && tag["data-blocked"] is null && tag.Attributes.Count == 1;
        if (isTyped && (target!.StartsWith(TypedLink.Scheme, StringComparison.Ordinal)
            || target.StartsWith(TypedLink.MentionScheme, StringComparison.Ordinal)
            || !(target.StartsWith('/') || LinkSafety.HasScheme(target))))
        {
            return Read(session, target!, body);
        }

        var attributes = new StringBuilder();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, value) in tag.Attributes)
        {
            var name = key == "data-blocked" ? "href"
                : key.StartsWith("data-attr-", StringComparison.Ordinal) ? key["data-attr-".Length..]
                : key;
            if (key == "data-link" || !StorageElement.IsName(name) || !seen.Add(name))
            {
                continue;
            }

            var restored = key == "href" && value is { Length: > 1 } && value[0] == '#'
                ? $"#{Within(session, value, value[1..])}"
                : session.Restored(value);
            attributes.Append(' ').Append(name).Append("=\"").Append(Entities.EncodeAttribute(restored)).Append('"');
        }

        return StorageElement.Of("a", attributes.ToString(), body);
    }

    /// <summary>Confluence's anchor for a target within the document.</summary>
    private static string Within(StorageSession session, string target, string slug) =>
        session.KnownAnchor(target) ?? session.Headings.AnchorFor(slug) ?? slug;

    private static string File(StorageSession session, string path, string body, string? version) =>
        $"<ac:link>{AttachmentReader.Read(session, path, version)}{LinkBody(body)}</ac:link>";

    private static string Anchor(StorageSession session, string target, string body, string? title)
    {
        if (LinkSafety.IsActive(target))
        {
            session.ReportAddress(target);
            return body;
        }

        var tooltip = title is null ? "" : $" title=\"{Entities.EncodeAttribute(title)}\"";
        return StorageElement.Of("a", $" href=\"{Entities.EncodeAttribute(target)}\"{tooltip}", body);
    }

    private static string Mention(StorageSession session, string target, string body)
    {
        var question = target.IndexOf('?');
        var (id, query) = question < 0 ? (target, null) : (target[..question], target[(question + 1)..]);
        var slash = id.IndexOf('/');
        var attribute = slash < 0 ? "ri:account-id" : id[..slash] is "userkey" or "username" ? "ri:" + id[..slash] : "ri:account-id";
        var value = TargetEncoding.Decode(attribute == "ri:account-id" ? id : id[(slash + 1)..]);
        if (value.Length == 0)
        {
            session.Report(FindingKind.PartIsDropped, "mention names nobody, and only its text stays",
                "write `mention:` and an account id");
            return body;
        }

        MissedName(session, attribute, value, body);
        var (storage, details) = (new StringBuilder("<ac:link"), TypedLink.ParseQuery(query).ToList());
        AppendOfLink(storage, details);
        Append(storage.Append("><ri:user"), attribute, value);
        AppendOfResource(storage, details);
        return storage.Append(" /></ac:link>").ToString();
    }

    /// <summary>
    /// Confluence shows the name behind an account. Where nobody can have it (24 characters or more are in all that Atlassian gives), the
    /// name that the Markdown says is missed.
    /// </summary>
    private static void MissedName(StorageSession session, string attribute, string id, string body)
    {
        const int Shortest = 24;
        if (attribute == "ri:account-id" && id.Length < Shortest && session.Links.NameOf(id) is null
            && session.Base?.Names(id) != true && StorageElement.PlainText(body).TrimStart('@') != id)
        {
            var name = StorageSession.Short(StorageElement.PlainText(body));
            session.Report(FindingKind.PartIsDropped, $"`{StorageSession.Short(id)}` is no account id, and \"{name}\" is not shown",
                "take the id from the address of the person's profile, or write the name as text");
        }
    }

    private static string Page(PageReference page, string? anchor, string body)
    {
        var space = page.SpaceKey is null ? "" : $" ri:space-key=\"{Entities.EncodeAttribute(page.SpaceKey)}\"";
        var place = anchor is null ? "" : $" ac:anchor=\"{Entities.EncodeAttribute(anchor)}\"";
        var title = Entities.EncodeAttribute(page.Title ?? "");
        return $"<ac:link{place}><ri:page{space} ri:content-title=\"{title}\" />{LinkBody(body)}</ac:link>";
    }

    private static string? Typed(TypedLink link, string body)
    {
        if (ResourceKinds.MainAttribute(link.Kind) is not { } main)
        {
            return null;
        }

        var storage = new StringBuilder("<ac:link");
        Append(storage, "ac:anchor", link.Anchor);
        Append(storage, "ac:card-appearance", link["card"]);
        Append(storage, "ac:tooltip", link["tooltip"]);
        AppendOfLink(storage, link.Details);
        storage.Append('>');
        if (ForeignFile.Storage(link) is { } foreign)
        {
            return storage.Append(foreign).Append(Body(link, body)).Append("</ac:link>").ToString();
        }

        storage.Append("<ri:").Append(link.Kind);
        // Confluence names the space of a page first, and what it is called in there second.
        Append(storage, "ri:space-key", link.Kind == "page" ? link["space"] : null);
        Append(storage, main, link.Main);
        AppendOfResource(storage, link.Details);
        return storage.Append(" />").Append(Body(link, body)).Append("</ac:link>").ToString();
    }

    private static string Body(TypedLink link, string body) => link["body"] switch
    {
        "none" => "",
        "plain" => $"<ac:plain-text-link-body>{StorageElement.CData(StorageElement.PlainText(body))}</ac:plain-text-link-body>",
        _ => LinkBody(body),
    };

    private static void AppendOfLink(StringBuilder storage, List<KeyValuePair<string, string>> details) =>
        AppendNew(storage, details, ResourceKinds.LinkAttributeFor);

    private static void AppendOfResource(StringBuilder storage, List<KeyValuePair<string, string>> details) =>
        AppendNew(storage, details, ResourceKinds.AttributeFor);

    /// <summary>Attributes that the tag being written does not have yet: with one twice there is no page.</summary>
    private static void AppendNew(StringBuilder storage, List<KeyValuePair<string, string>> details, Func<string, string?> attributeFor)
    {
        string? tag = null;
        HashSet<string>? seen = null;
        foreach (var (detail, value) in details)
        {
            if (attributeFor(detail) is { } attribute && StorageElement.IsName(attribute))
            {
                tag ??= LastTag(storage.ToString());
                seen ??= new HashSet<string>(StringComparer.Ordinal);
                if (!tag.Contains($" {attribute}=\"", StringComparison.Ordinal) && seen.Add(attribute))
                {
                    Append(storage, attribute, value);
                }
            }
        }
    }

    private static string LastTag(string storage) => storage[storage.LastIndexOf('<')..];

    private static void Append(StringBuilder storage, string? attribute, string? value)
    {
        if (attribute is not null && value is not null)
        {
            storage.Append(' ').Append(attribute).Append("=\"").Append(Entities.EncodeAttribute(value)).Append('"');
        }
    }

    private static string LinkBody(string body) => StorageElement.Of("ac:link-body", "", body);
}
