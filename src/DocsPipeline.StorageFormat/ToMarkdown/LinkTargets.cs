using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Where an <c>ac:link</c> leads, as a Markdown target; null where it says something that no target can carry.</summary>
internal static class LinkTargets
{
    /// <summary>What can name a person, with what stands before it in a mention.</summary>
    private static readonly (string Attribute, string Prefix)[] Names =
        [("ri:account-id", ""), ("ri:userkey", "userkey/"), ("ri:username", "username/")];

    public static string? Of(MarkdownSession session, int link, int resource, int body)
    {
        var tree = session.Tree;
        var anchor = tree.Attribute(link, "ac:anchor");
        var card = tree.Attribute(link, "ac:card-appearance");
        var tooltip = tree.Attribute(link, "ac:tooltip");
        var others = Others(tree, link, "ac:anchor", "ac:card-appearance", "ac:tooltip").ConvertAll(attribute =>
            KeyValuePair.Create(ResourceKinds.DetailForLink(attribute.Key), attribute.Value));
        var plain = card is null && tooltip is null && others.Count == 0;
        var element = resource == 0 ? Element.None : tree.ElementOf(resource);
        if (element == Element.None)
        {
            return anchor is not null && plain ? WithAnchor(session, "", session.Headings.SlugFor(anchor), anchor) : null;
        }

        if (element == Element.User && body == 0 && card is null && tooltip is null && anchor is null
            && Mention(tree, resource, others) is { } mention)
        {
            return mention;
        }

        var version = tree.Attribute(resource, "ri:version-at-save");
        if (element == Element.Page && Relative(session, resource, anchor) is { } path)
        {
            return path;
        }

        if (element == Element.Attachment && plain && anchor is null && body != 0 && version is null or "1"
            && Others(tree, resource, "ri:filename", "ri:version-at-save") is [] && tree[resource].FirstChild == 0
            && File(session, resource) is { } file)
        {
            return file;
        }

        if ((ForeignFile.Of(tree, resource) ?? Typed(session, resource)) is not { } typed)
        {
            return null;
        }

        typed.Add("card", card);
        typed.Add("tooltip", tooltip);
        typed.Add("body", body == 0 ? "none" : tree.ElementOf(body) == Element.PlainTextLinkBody ? "plain" : null);
        typed.Details.AddRange(others);
        typed.Anchor = anchor;
        return typed.ToString();
    }

    /// <summary>
    /// Where a resource that stands in no link leads; <paramref name="version"/> is that of an attachment, which a path does not say.
    /// </summary>
    public static string? OfResource(MarkdownSession session, int resource, out string? version)
    {
        var tree = session.Tree;
        version = null;
        switch (tree.ElementOf(resource))
        {
            case Element.Attachment when tree[resource].FirstChild == 0
                && Others(tree, resource, "ri:filename", "ri:version-at-save") is []:
                version = tree.Attribute(resource, "ri:version-at-save");
                return File(session, resource);
            case Element.Page when Relative(session, resource, anchor: null) is { } path:
                return path;
            case Element.User when Mention(tree, resource, []) is { } mention:
                return mention;
            case Element.Url:
                var address = tree.Attribute(resource, "ri:value");
                return LinkDestination.IsAutolink(address ?? "") && Others(tree, resource, "ri:value") is [] ? address : null;
            default:
                return (ForeignFile.Of(tree, resource) ?? Typed(session, resource))?.ToString();
        }
    }

    /// <summary>An attachment's relative path as a target; null where it would read as something else.</summary>
    public static string? File(MarkdownSession session, int attachment)
    {
        if (session.Tree[attachment].FirstChild != 0)
        {
            return ForeignFile.Of(session.Tree, attachment)?.ToString();
        }

        return File(session, session.Tree.Attribute(attachment, "ri:filename"));
    }

    /// <summary>The same for an attachment by its name.</summary>
    public static string? File(MarkdownSession session, string? name)
    {
        if (string.IsNullOrEmpty(name))
        {
            return null;
        }

        var path = session.FileOf(name);
        // A slash of the name itself is no folder.
        var target = path == name ? TargetEncoding.Encode(name).Replace("/", "%2F")
            : string.Join('/', path.Split('/').Select(TargetEncoding.Encode));
        return LinkSafety.HasScheme(target) || target.StartsWith('/') || target.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            || target.StartsWith('#') || target != target.Trim()
            ? null
            : target;
    }

    private static string? Relative(MarkdownSession session, int page, string? anchor)
    {
        var tree = session.Tree;
        var reference = new PageReference(tree.Attribute(page, "ri:space-key"), tree.Attribute(page, "ri:content-title"), anchor);
        var path = session.Options.Links.PathOf(reference);
        return path is null || anchor is null ? path : WithAnchor(session, path, HeadingAnchors.SlugOf(anchor, reference.Title), anchor);
    }

    private static string WithAnchor(MarkdownSession session, string path, string? slug, string anchor)
    {
        var target = $"{path}#{TargetEncoding.Encode(slug ?? anchor)}";
        session.Map?.Anchors.TryAdd(target, anchor);
        return target;
    }

    private static string? Mention(StorageTree tree, int user, List<KeyValuePair<string, string>> ofLink)
    {
        foreach (var (attribute, prefix) in Names)
        {
            var others = Others(tree, user, attribute)
                .ConvertAll(other => KeyValuePair.Create(ResourceKinds.DetailFor(other.Key), other.Value));
            // Two names of one person make a link of all its parts.
            if (tree.Attribute(user, attribute) is { Length: > 0 } name && !others.Exists(other => other.Key is "userkey" or "username"))
            {
                return $"{TypedLink.MentionScheme}{prefix}{TargetEncoding.Encode(name)}{TypedLink.Query([.. others, .. ofLink])}";
            }
        }

        return null;
    }

    /// <summary>The resource and all its attributes: the first known one is the main part of the target, the others are details.</summary>
    private static TypedLink? Typed(MarkdownSession session, int resource)
    {
        var tree = session.Tree;
        var kind = tree.NameOf(resource)[3..].ToString();
        var main = ResourceKinds.MainAttribute(kind);
        if (main is null || tree[resource].FirstChild != 0)
        {
            return null;
        }

        var link = new TypedLink(kind, tree.Attribute(resource, main));
        foreach (var (name, value) in Others(tree, resource, main))
        {
            link.Add(ResourceKinds.DetailFor(name), value);
        }

        return link;
    }

    /// <summary>The attributes that are neither volatile nor known, decoded.</summary>
    private static List<KeyValuePair<string, string>> Others(StorageTree tree, int node, params ReadOnlySpan<string> known)
    {
        var others = new List<KeyValuePair<string, string>>();
        foreach (var attribute in tree.Attributes(node))
        {
            if (!VolatileAttributes.Contains(attribute.Name) && !IsOneOf(known, attribute.Name))
            {
                others.Add(KeyValuePair.Create(attribute.Name.ToString(), Entities.Decode(attribute.Value)));
            }
        }

        return others;
    }

    private static bool IsOneOf(ReadOnlySpan<string> names, ReadOnlySpan<char> name)
    {
        foreach (var candidate in names)
        {
            if (name.SequenceEqual(candidate))
            {
                return true;
            }
        }

        return false;
    }
}
