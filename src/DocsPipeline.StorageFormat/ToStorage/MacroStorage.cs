using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Macros as storage: name, attributes and a body that is storage already.</summary>
internal static class MacroStorage
{
    public static string Plain(string name, IEnumerable<KeyValuePair<string, string?>> attributes, string text) =>
        Of(name, attributes, PlainBody(text));

    public static string Rich(string name, IEnumerable<KeyValuePair<string, string?>> attributes, string body) =>
        Of(name, attributes, RichBody(body));

    public static string Bodyless(string name, IEnumerable<KeyValuePair<string, string?>> attributes) => Of(name, attributes, "");

    /// <summary>The macro's storage around a body that is storage already.</summary>
    public static void Append(StringBuilder storage, string name, IEnumerable<KeyValuePair<string, string?>> attributes, string body)
    {
        var all = attributes as List<KeyValuePair<string, string?>> ?? [.. attributes];
        storage.Append("<ac:structured-macro ac:name=\"").Append(Entities.EncodeAttribute(name)).Append('"');
        if (all.TrueForAll(static attribute => attribute.Key != ":ac:schema-version"))
        {
            storage.Append(" ac:schema-version=\"1\"");
        }

        foreach (var (key, value) in all)
        {
            if (key.StartsWith(':') && StorageElement.IsName(key[1..]))
            {
                storage.Append(' ').Append(key, 1, key.Length - 1).Append("=\"").Append(Entities.EncodeAttribute(value ?? "")).Append('"');
            }
        }

        storage.Append('>');
        foreach (var (key, value) in all)
        {
            if (key[0] != ':')
            {
                Parameter(storage, key, value ?? "true");
            }
        }

        storage.Append(Fragment(all.Find(static attribute => attribute.Key == MacroAttributeNames.Extras).Value));
        storage.Append(body).Append("</ac:structured-macro>");
    }

    public static string PlainBody(string text) =>
        $"<ac:plain-text-body>{StorageElement.CData(text)}</ac:plain-text-body>";

    public static string RichBody(string storage) => $"<ac:rich-text-body>{storage}</ac:rich-text-body>";

    private static string Of(string name, IEnumerable<KeyValuePair<string, string?>> attributes, string body)
    {
        var storage = new StringBuilder();
        Append(storage, name, attributes, body);
        return storage.ToString();
    }

    private static void Parameter(StringBuilder storage, string key, string value)
    {
        var isXml = key.EndsWith(MacroAttributeNames.Xml, StringComparison.Ordinal);
        var name = AttributeText.DecodeName(isXml ? key[..^MacroAttributeNames.Xml.Length] : key);
        storage.Append("<ac:parameter ac:name=\"").Append(Entities.EncodeAttribute(name)).Append('"');
        var content = isXml ? Fragment(value) : Entities.EncodeText(value);
        _ = content.Length == 0 ? storage.Append(" />") : storage.Append('>').Append(content).Append("</ac:parameter>");
    }

    /// <summary>Storage that travelled through Markdown is believed only where it is well-formed.</summary>
    private static string Fragment(string? storage) =>
        string.IsNullOrEmpty(storage) ? "" : StorageScanner.IsReadable(storage) ? storage : Entities.EncodeText(storage);
}
