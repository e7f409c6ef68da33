using System.Text;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Images back to <c>ac:image</c>.</summary>
internal static class ImageReader
{
    public static string Read(StorageSession session, string source, string alt, string? title)
    {
        if (LinkSafety.IsActive(source))
        {
            session.ReportAddress(source);
            return Entities.EncodeText(alt);
        }

        if (source.Length == 0)
        {
            session.Report(FindingKind.PartIsDropped, "picture has no address, and only its text stays", "write `![text](file.png)`");
            return Entities.EncodeText(alt);
        }

        var storage = new StringBuilder("<ac:image");
        Append(storage, "ac:alt", alt.Length == 0 ? null : alt);
        Append(storage, "ac:title", title);
        return storage.Append('>').Append(Resource(session, source, null)).Append("</ac:image>").ToString();
    }

    public static string ReadTag(StorageSession session, HtmlTag tag)
    {
        var source = tag["data-blocked"] is { } blocked ? session.Restored(blocked) : tag["src"] ?? "";
        if (tag["data-blocked"] is null && LinkSafety.IsActive(source) && TypedLink.Parse(source) is null)
        {
            session.ReportAddress(source);
            session.HasLooseText = true;
            return Entities.EncodeText(tag["alt"] ?? "");
        }

        var size = (tag["data-size"] ?? "").Split('x');
        var cloud = size.Length == 2;
        var isFile = tag["data-blocked"] is null && !IsAddress(source);
        var expected = ImageDefaults.For(cloud, tag["align"], tag["width"], isFile);
        var storage = new StringBuilder("<ac:image");
        Append(storage, "ac:align", tag["align"]);
        Append(storage, "ac:layout", Given(tag, "data-layout", expected.Layout));
        Append(storage, "ac:original-height", cloud ? size[1] : null);
        Append(storage, "ac:original-width", cloud ? size[0] : null);
        Append(storage, "ac:custom-width", Given(tag, "data-custom-width", expected.CustomWidth));
        Append(storage, "ac:alt", tag["alt"]);
        Append(storage, "ac:title", tag["title"]);
        Append(storage, "ac:width", tag["width"]);
        Append(storage, "ac:height", tag["height"]);
        foreach (var (name, value) in tag.Kept())
        {
            Append(storage, name, value);
        }

        Unread(session, tag);

        var version = isFile && TypedLink.Parse(source) is null ? Given(tag, "data-version", expected.Version) : null;
        storage.Append('>').Append(Resource(session, source, version, !isFile));
        if (tag["data-border"] is { } border)
        {
            var parts = border.Split(' ');
            var (thickness, color) = (Entities.EncodeAttribute(parts[0]), parts.Length > 1 ? parts[1] : ImageDefaults.BorderColor);
            storage.Append($"<ac:adf-mark key=\"border\" size=\"{thickness}\" color=\"{Entities.EncodeAttribute(color)}\" />");
        }

        return storage.Append("</ac:image>").ToString();
    }

    private static void Unread(StorageSession session, HtmlTag tag)
    {
        foreach (var (name, _) in tag.Attributes)
        {
            if (!name.StartsWith("data-", StringComparison.Ordinal)
                && name is not ("src" or "alt" or "title" or "width" or "height" or "align"))
            {
                session.Report(FindingKind.PartIsDropped,
                    $"attribute `{StorageSession.Short(name)}` of <img> has no place in a page and is dropped",
                    "a picture has `src`, `alt`, `title`, `width`, `height` and `align`");
            }
        }
    }

    private static string Resource(StorageSession session, string source, string? version, bool address = false) =>
        address || IsAddress(source)
            ? $"<ri:url ri:value=\"{Entities.EncodeAttribute(source)}\" />"
            : AttachmentReader.Read(session, source, version);

    private static bool IsAddress(string source) =>
        (LinkSafety.HasScheme(source) && TypedLink.Parse(source) is null) || source.StartsWith('/');

    private static string? Given(HtmlTag tag, string attribute, string? expected) =>
        tag[attribute] is { } given ? given.Length == 0 ? null : given : expected;

    private static void Append(StringBuilder storage, string attribute, string? value)
    {
        if (value is not null)
        {
            storage.Append(' ').Append(attribute).Append("=\"").Append(Entities.EncodeAttribute(value)).Append('"');
        }
    }
}
