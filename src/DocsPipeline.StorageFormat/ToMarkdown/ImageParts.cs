using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>What an <c>ac:image</c> says: its attributes, the file or address, caption and border.</summary>
internal sealed class ImageParts
{
    /// <summary>What <c>img</c> and <c>ac:image</c> have in common, name by name.</summary>
    private static readonly (string Name, string Attribute)[] Plain =
        [("alt", "ac:alt"), ("title", "ac:title"), ("width", "ac:width"), ("height", "ac:height"), ("align", "ac:align")];

    private static readonly string[] Known =
        [.. Plain.Select(pair => pair.Attribute), "ac:original-width", "ac:original-height", "ac:layout", "ac:custom-width"];

    // So few that looking through them costs less than finding one by its hash does.
    private readonly List<KeyValuePair<string, string>> attributes = new(10);

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
        Version is null && Border is null && attributes.TrueForAll(static attribute => attribute.Key is "ac:alt" or "ac:title")
        && this["ac:alt"] is not "";

    public string? this[string attribute]
    {
        get
        {
            foreach (var (name, value) in attributes)
            {
                if (name == attribute)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>Null where the image holds something that <c>img</c> cannot carry.</summary>
    public static ImageParts? Read(StorageTree tree, int node)
    {
        var image = new ImageParts();
        foreach (var attribute in tree.Attributes(node))
        {
            if (!VolatileAttributes.Contains(attribute.Name))
            {
                image.attributes.Add(new(NameOf(attribute.Name), Entities.Decode(attribute.Value)));
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
    /// Writes the attributes of <c>img</c> beside its source. What follows from the others on Cloud is left out: a width is custom, the
    /// layout follows the alignment, a file is in its first version; what differs is written, and absent is written as empty.
    /// </summary>
    public void WriteAttributes(MarkdownOutput output)
    {
        foreach (var (name, attribute) in Plain)
        {
            Write(output, name, this[attribute]);
        }

        var (width, height) = (this["ac:original-width"], this["ac:original-height"]);
        var cloud = width is not null && height is not null;
        if (cloud)
        {
            Write(output, "data-size", $"{width}x{height}");
        }

        var expected = ImageDefaults.For(cloud, this["ac:align"], this["ac:width"], IsAttachment);
        WriteUnlessUsual(output, "data-layout", this["ac:layout"], expected.Layout);
        WriteUnlessUsual(output, "data-custom-width", this["ac:custom-width"], expected.CustomWidth);
        WriteUnlessUsual(output, "data-version", Version, expected.Version);
        Write(output, "data-border", Border);
        foreach (var (name, value) in attributes)
        {
            if (!IsKnown(name))
            {
                WriteKept(output, name, value);
            }
        }

        if (!cloud)
        {
            WriteKept(output, "ac:original-width", width);
            WriteKept(output, "ac:original-height", height);
        }
    }

    private static void Write(MarkdownOutput output, string name, string? value)
    {
        if (value is not null)
        {
            TagWriter.WriteAttribute(output, name, value);
        }
    }

    private static void WriteUnlessUsual(MarkdownOutput output, string name, string? value, string? usual) =>
        Write(output, name, value == usual ? null : value ?? "");

    private static void WriteKept(MarkdownOutput output, string name, string? value)
    {
        if (value is not null)
        {
            Write(output, $"data-attr-{name}", LinkSafety.IsActive(value) ? LinkSafety.Disarm(value) : value);
        }
    }

    private static bool IsKnown(string name) => Array.IndexOf(Known, name) >= 0;

    /// <summary>The name as a string that is there already, where it is one that every image has.</summary>
    private static string NameOf(ReadOnlySpan<char> name)
    {
        foreach (var known in Known)
        {
            if (name.SequenceEqual(known))
            {
                return known;
            }
        }

        return name.ToString();
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
