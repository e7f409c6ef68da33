using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>What an <c>ac:image</c> says: its attributes, the file or address, caption and border.</summary>
internal sealed class ImageParts
{
    /// <summary>What <c>img</c> and <c>ac:image</c> have in common, name by name.</summary>
    private static readonly string[] Plain = ["alt", "title", "width", "height", "align"];

    private readonly Dictionary<string, string> attributes = new(StringComparer.Ordinal);

    private ImageParts()
    {
    }

    /// <summary><c>ri:attachment</c> or <c>ri:url</c>.</summary>
    public int Resource { get; private set; }

    public int Caption { get; private set; }

    private string? Version { get; set; }

    private string? Border { get; set; }

    private bool IsAttachment { get; set; }

    /// <summary>Nothing but alternative text and title: what <c>![alt](file "title")</c> can say.</summary>
    public bool IsSimple =>
        Version is null && Border is null && attributes.Keys.All(name => name is "ac:alt" or "ac:title")
        && attributes.GetValueOrDefault("ac:alt") is not "";

    public string? this[string attribute] => attributes.GetValueOrDefault(attribute);

    /// <summary>Null where the image holds something that <c>img</c> cannot carry.</summary>
    public static ImageParts? Read(StorageTree tree, int node)
    {
        var image = new ImageParts();
        foreach (var attribute in tree.Attributes(node))
        {
            if (!VolatileAttributes.Contains(attribute.Name))
            {
                image.attributes[attribute.Name.ToString()] = Entities.Decode(attribute.Value);
            }
        }

        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (!tree.IsBlank(child) && !image.Take(tree, child))
            {
                return null;
            }
        }

        return image.Resource == 0 ? null : image;
    }

    /// <summary>
    /// The attributes of <c>img</c> beside its source. What follows from the others on Cloud is left out: a width is custom, the layout
    /// follows the alignment, a file is in its first version; what differs is written, and absent is written as empty.
    /// </summary>
    public IEnumerable<(string Name, string Value)> HtmlAttributes()
    {
        var rest = new Dictionary<string, string>(attributes, StringComparer.Ordinal);
        string? Take(string name) => rest.Remove(name, out var value) ? value : null;

        foreach (var name in Plain)
        {
            if (Take($"ac:{name}") is { } value)
            {
                yield return (name, value);
            }
        }

        var (originalWidth, originalHeight) = (Take("ac:original-width"), Take("ac:original-height"));
        var cloud = originalWidth is not null && originalHeight is not null;
        if (cloud)
        {
            yield return ("data-size", $"{originalWidth}x{originalHeight}");
        }

        var expected = ImageDefaults.For(cloud, this["ac:align"], this["ac:width"], IsAttachment);
        foreach (var (name, actual, usual) in new[]
        {
            ("data-layout", Take("ac:layout"), expected.Layout),
            ("data-custom-width", Take("ac:custom-width"), expected.CustomWidth),
            ("data-version", Version, expected.Version),
        })
        {
            if (actual != usual)
            {
                yield return (name, actual ?? "");
            }
        }

        if (Border is not null)
        {
            yield return ("data-border", Border);
        }

        IEnumerable<(string Name, string? Value)> halves =
            [("ac:original-width", cloud ? null : originalWidth), ("ac:original-height", cloud ? null : originalHeight)];
        foreach (var (name, value) in rest.Select(pair => (pair.Key, (string?)pair.Value)).Concat(halves))
        {
            if (value is not null)
            {
                yield return ($"data-attr-{name}", LinkSafety.IsActive(value) ? LinkSafety.Disarm(value) : value);
            }
        }
    }

    private bool Take(StorageTree tree, int child)
    {
        switch (tree.ElementOf(child))
        {
            case Element.Attachment when Resource == 0 && (tree[child].FirstChild == 0 || ForeignFile.Of(tree, child) is not null):
                Resource = child;
                IsAttachment = tree[child].FirstChild == 0;
                Version = IsAttachment ? tree.Attribute(child, "ri:version-at-save") : null;
                return true;
            case Element.Url when Resource == 0:
                Resource = child;
                return true;
            case Element.Caption when Caption == 0 && VolatileAttributes.AreAll(tree, child):
                Caption = child;
                return true;
            case Element.AdfMark when Border is null && tree.Attribute(child, "key") == "border":
                var (size, color) = (tree.Attribute(child, "size"), tree.Attribute(child, "color"));
                Border = color == ImageDefaults.BorderColor ? size : $"{size} {color}";
                return size is not null && color is not null;
            default:
                return false;
        }
    }
}
