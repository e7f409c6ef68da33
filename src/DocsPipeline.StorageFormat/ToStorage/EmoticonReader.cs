using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

internal static class EmoticonReader
{
    public static string Read(HtmlTag tag, string body)
    {
        var shortName = tag["data-emoji"] is { Length: > 0 } given ? given : null;
        var name = Given(tag, "data-name", shortName is null ? null : "blue-star");
        var id = Present(tag["data-id"]);
        var fallback = Present(tag["data-fallback"]);
        if (shortName is not null)
        {
            // What is left out follows from the rest: the id from the character shown, the fallback from the id.
            fallback = tag["data-fallback"] is not null ? fallback
                : tag["data-id"] is null ? StorageElement.PlainText(body)
                : Emoji.FromId(id) ?? shortName;
            id = tag["data-id"] is null && fallback is not null ? Emoji.IdOf(fallback) : id;
        }

        var attributes = Attribute("ac:name", name) + Attribute("ac:emoji-shortname", shortName)
            + Attribute("ac:emoji-id", id) + Attribute("ac:emoji-fallback", fallback)
            + string.Concat(tag.Kept().Select(kept => Attribute(kept.Name, kept.Value)));
        return $"<ac:emoticon{attributes} />";
    }

    private static string? Given(HtmlTag tag, string attribute, string? expected) =>
        tag[attribute] is null ? expected : Present(tag[attribute]);

    private static string? Present(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static string Attribute(string name, string? value) => value is null ? "" : $" {name}=\"{Entities.EncodeAttribute(value)}\"";
}
