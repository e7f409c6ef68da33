using System.Text;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>Which link targets may stand in Markdown, and how the others are kept: as Base64 that nothing follows.</summary>
internal static class LinkSafety
{
    private const string Mark = "base64:";

    private static readonly string[] Schemes =
        ["https", "http", "mailto", "ftp", "ftps", "sftp", "tel", "sms", "sip", "ssh", "git", "irc", "news", "slack", "skype", "xmpp",
            "callto", "webcal", "geo", "onenote", "notes", "confluence", "mention", "about", "feed"];

    /// <summary>
    /// Whether a target has a scheme that is not known to be harmless; browsers ignore control characters and spaces in it.
    /// </summary>
    public static bool IsActive(string target)
    {
        var bare = IsBare(target) ? target : string.Concat(target.Where(character => character > ' ' && !char.IsControl(character)));
        var colon = bare.IndexOf(':');
        var slash = bare.AsSpan().IndexOfAny("/?#");
        return colon >= 0 && (slash < 0 || colon < slash) && !IsKnown(bare.AsSpan(0, colon));
    }

    public static bool HasScheme(string target)
    {
        var colon = target.IndexOf(':');
        return colon > 0 && target.AsSpan(0, colon).IndexOfAny("/?# ") < 0;
    }

    public static string Disarm(string target) => Mark + Convert.ToBase64String(Encoding.UTF8.GetBytes(target));

    public static string Restore(string value)
    {
        var bytes = new byte[value.Length];
        return value.StartsWith(Mark, StringComparison.Ordinal) && Convert.TryFromBase64String(value[Mark.Length..], bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : value;
    }

    private static bool IsBare(string target)
    {
        foreach (var character in target)
        {
            if (character is < '!' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsKnown(ReadOnlySpan<char> scheme)
    {
        foreach (var known in Schemes)
        {
            if (scheme.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
