using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>Confluence's names for emoji. An id is the code points in hexadecimal, or names one of Atlassian's own pictures.</summary>
internal static class Emoji
{
    private static readonly FrozenDictionary<string, string> Pictures = new Dictionary<string, string>
    {
        ["smile"] = "🙂", ["sad"] = "🙁", ["cheeky"] = "😛", ["laugh"] = "😀", ["wink"] = "😉", ["thumbs-up"] = "👍", ["thumbs-down"] = "👎",
        ["information"] = "ℹ️", ["tick"] = "✅", ["cross"] = "❌", ["warning"] = "⚠️", ["plus"] = "➕", ["minus"] = "➖", ["question"] = "❓",
        ["light-on"] = "💡", ["light-off"] = "💡", ["yellow-star"] = "⭐", ["red-star"] = "⭐", ["green-star"] = "⭐", ["blue-star"] = "⭐",
        ["heart"] = "❤️", ["broken-heart"] = "💔",
    }.ToFrozenDictionary();

    /// <summary>The character that an id spells, or null where it spells none.</summary>
    public static string? FromId(string? id)
    {
        var text = new StringBuilder();
        foreach (var part in (id ?? "").Split('-'))
        {
            if (part.Length is < 2 or > 6
                || !int.TryParse(part, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
                || !Rune.TryCreate(code, out var rune) || code < 0x20)
            {
                return null;
            }

            text.Append(rune.ToString());
        }

        return text.ToString();
    }

    public static string IdOf(string character) => string.Join('-', character.EnumerateRunes().Select(rune => rune.Value.ToString("x")));

    /// <summary>What a reader sees.</summary>
    public static string Show(string? name, string? shortName, string? id, string? fallback) =>
        fallback is { Length: > 0 } && fallback != shortName ? fallback
        : FromId(id) is { } spelled ? spelled
        : name is not null && name != "blue-star" && Pictures.TryGetValue(name, out var picture) ? picture
        : shortName ?? name ?? "";
}
