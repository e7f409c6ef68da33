using System.Globalization;
using System.Text;

namespace DocsPipeline.Documents.Markdown;

/// <summary>Where a link or an image points, decided from its text and the folder of its document alone; nothing is ever fetched.</summary>
public abstract record LinkTarget
{
    /// <summary>An address outside: <c>http</c>, <c>https</c> or <c>mailto</c>.</summary>
    public sealed record External(string Address) : LinkTarget;

    /// <summary>A heading of the same document.</summary>
    public sealed record Heading(string Anchor) : LinkTarget;

    /// <summary>A file of the repository, by its path from the root; the anchor is null where there is none.</summary>
    public sealed record File(string Path, string? Anchor) : LinkTarget;

    /// <summary>A person or thing of Confluence, as Export writes what is no document (<c>mention:</c>,
    /// <c>confluence:page/…</c>).</summary>
    public sealed record Confluence(string Address) : LinkTarget
    {
        public bool IsPage => Address.StartsWith("confluence:", StringComparison.Ordinal);
    }

    /// <summary>Not something that may be linked to, with the reason.</summary>
    public sealed record Refused(string Reason) : LinkTarget;

    public const string LeavesContent = "address leaves `content/`";

    /// <summary>The longest address that is accepted, in characters.</summary>
    public const int MaxLength = 2048;

    /// <param name="address">As it stands in the Markdown.</param>
    /// <param name="folder">The document's folder with <c>/</c> at its end.</param>
    public static LinkTarget Parse(string address, string folder)
    {
        if (address.Length is 0 or > MaxLength)
        {
            return new Refused(address.Length == 0 ? "address is empty" : "address is too long");
        }

        if (address.StartsWith("confluence:", StringComparison.Ordinal) || address.StartsWith("mention:", StringComparison.Ordinal))
        {
            return new Confluence(address);
        }

        if (HoldsUnseen(address) || address.Contains('\\'))
        {
            return new Refused("address holds characters that do not belong there");
        }

        if (address[0] == '#')
        {
            return new Heading(Decode(address[1..]) ?? "");
        }

        if (address.StartsWith('/'))
        {
            return new Refused("address begins with `/`");
        }

        return Scheme(address) is { } scheme ? ParseExternal(address, scheme) : ParseFile(address, folder);
    }

    private static LinkTarget ParseExternal(string address, string scheme) => scheme switch
    {
        "http" or "https" when Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && uri is { Host.Length: > 0, UserInfo.Length: 0 }
            && address[scheme.Length..].StartsWith("://", StringComparison.Ordinal)
            && !address.Any(character => char.IsWhiteSpace(character) || character is '<' or '>' or '"' or '`') => new External(address),
        "http" or "https" => new Refused("address is not valid"),
        "mailto" when address.Length > 7 && !address.Any(character => char.IsWhiteSpace(character) || character is '<' or '>' or '"') =>
            new External(address),
        _ => new Refused($"addresses with `{scheme}:` are not allowed"),
    };

    private static LinkTarget ParseFile(string address, string folder)
    {
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        var anchor = hash < 0 ? null : Decode(address[(hash + 1)..]);
        if (Decode(hash < 0 ? address : address[..hash]) is not { } path
            || HoldsUnseen(path) || path.AsSpan().ContainsAny('\\', '?'))
        {
            return new Refused("address holds characters that do not belong there");
        }

        return Join(folder, path) is { } joined ? new File(joined, anchor) : new Refused(LeavesContent);
    }

    // Null where the path climbs out of the first folder.
    private static string? Join(string folder, string path)
    {
        var joined = new StringBuilder(folder.Length + path.Length);
        var steps = 0;
        foreach (var (text, isFolder) in new[] { (folder, true), (path, false) })
        {
            foreach (var range in text.AsSpan().Split('/'))
            {
                var step = text.AsSpan(range);
                if (step is ".." && !isFolder)
                {
                    if (steps <= 1)
                    {
                        return null;
                    }

                    steps--;
                    joined.Length = LastSlash(joined);
                }
                else if (step.Length > 0 && (isFolder || step is not "."))
                {
                    steps++;
                    (steps > 1 ? joined.Append('/') : joined).Append(step);
                }
            }
        }

        return joined.ToString();
    }

    private static int LastSlash(StringBuilder text)
    {
        var at = text.Length - 1;
        while (text[at] != '/')
        {
            at--;
        }

        return at;
    }

    // Windows and Unicode tricks included: whatever has a colon before the first slash is taken for a scheme.
    private static string? Scheme(string address)
    {
        var decoded = Decode(address) ?? address;
        var colon = decoded.IndexOf(':', StringComparison.Ordinal);
        var slash = decoded.AsSpan().IndexOfAny('/', '#');
        return colon < 0 || (slash >= 0 && slash < colon) ? null : decoded[..colon].ToLowerInvariant();
    }

    private static string? Decode(string text)
    {
        if (!text.AsSpan().ContainsAny('%', '\uFFFD'))
        {
            return text;
        }

        try
        {
            var decoded = Uri.UnescapeDataString(text);
            return decoded.Contains('\uFFFD') ? null : decoded;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static bool HoldsUnseen(string text) => text.AsSpan().ContainsAnyExceptInRange(' ', '~') && text.EnumerateRunes().Any(IsUnseen);

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate;
}
