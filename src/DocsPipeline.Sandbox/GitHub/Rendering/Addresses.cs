using AngleSharp.Dom;

namespace DocsPipeline.Sandbox.GitHub.Rendering;

/// <summary>Where links lead and pictures come from.</summary>
internal static class Addresses
{
    public static void Resolve(IElement body, BlobAddress? address)
    {
        foreach (var link in body.QuerySelectorAll("a[href]"))
        {
            Follow(link, address);
        }

        foreach (var picture in body.QuerySelectorAll("img"))
        {
            Show(picture.GetAttribute("src") ?? "", picture, address);
        }
    }

    private static void Follow(IElement link, BlobAddress? address)
    {
        var target = link.GetAttribute("href")!;
        if (IsElsewhere(target))
        {
            link.SetAttribute("rel", "nofollow");
        }
        else if (address is not null || target.StartsWith('#'))
        {
            link.SetAttribute("href", Identifiers.InFragment(target.StartsWith('#') ? target : address!.Blob(target)));
        }
    }

    // GitHub fetches foreign pictures through its proxy. Nothing here leaves the machine, so the picture becomes a link to it.
    private static void Show(string source, IElement picture, BlobAddress? address)
    {
        if (source.Length > 0 && !IsElsewhere(source))
        {
            picture.SetAttribute("src", address?.Raw(source) ?? source);
            return;
        }

        var words = picture.GetAttribute("alt") is { Length: > 0 } alt ? alt : source;
        if (source.Length == 0 || picture.Closest("a") is not null)
        {
            picture.Replace(picture.Owner!.CreateTextNode(words));
            return;
        }

        var link = picture.Owner!.CreateElement("a");
        link.SetAttribute("href", source);
        link.SetAttribute("rel", "nofollow");
        link.TextContent = words;
        picture.Replace(link);
    }

    // With a scheme, or with a host of its own; browsers read a backslash as a slash.
    private static bool IsElsewhere(string address) =>
        address.Replace('\\', '/').StartsWith("//", StringComparison.Ordinal)
        || (
            address.IndexOf(':', StringComparison.Ordinal) is var colon
                && colon > 0
                && address.IndexOfAny(['/', '?', '#']) is var slash
                && (slash < 0 || colon < slash));
}
