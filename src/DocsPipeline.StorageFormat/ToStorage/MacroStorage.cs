using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Macros as storage: name, attributes and a body that is storage already.</summary>
internal static class MacroStorage
{
    private const string Beginning = "<ac:structured-macro ";
    private const string End = "</ac:structured-macro>";
    private const string Empty = " />";

    public static string Plain(string name, IEnumerable<KeyValuePair<string, string?>> attributes, string text) =>
        Of(name, attributes, PlainBody(text));

    public static string Rich(string name, IEnumerable<KeyValuePair<string, string?>> attributes, string body) =>
        Of(name, attributes, RichBody(body));

    public static string Bodyless(string name, IEnumerable<KeyValuePair<string, string?>> attributes) => Of(name, attributes, "");

    /// <summary>The macro's storage around a body that is storage already.</summary>
    public static void Append(StringBuilder storage, string name, IEnumerable<KeyValuePair<string, string?>> attributes, string body)
    {
        var all = attributes as List<KeyValuePair<string, string?>> ?? [.. attributes];
        storage.Append(Beginning).Append("ac:name=\"").Append(Entities.EncodeAttribute(name)).Append('"');
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
        var inside = storage.Length;
        foreach (var (key, value) in all)
        {
            if (key[0] != ':' && !MacroAttributeNames.IsElsewhere(key))
            {
                Parameter(storage, key, value ?? "true");
            }
        }

        storage.Append(Fragment(all.Find(static attribute => attribute.Key == MacroAttributeNames.Extras).Value));
        storage.Append(body);
        if (storage.Length == inside)
        {
            storage.Length--;
            storage.Append(Empty);
            return;
        }

        storage.Append(End);
    }

    /// <summary>Whether storage is one macro and nothing else.</summary>
    public static bool IsOne(ReadOnlySpan<char> storage) => storage.StartsWith(Beginning) && (storage[1..].Contains('<')
        ? storage.EndsWith(End) && storage.IndexOf(End) == storage.Length - End.Length
        : storage.EndsWith(Empty));

    public static string PlainBody(string text) =>
        $"<ac:plain-text-body>{StorageElement.CData(text)}</ac:plain-text-body>";

    public static string RichBody(string storage) => $"<ac:rich-text-body>{storage}</ac:rich-text-body>";

    /// <summary>The bodies of a macro that has many: what stands before the first mark is one only where anything does.</summary>
    public static string Bodies(string storage, IReadOnlyList<BodyMark> marks)
    {
        if (marks.Count == 0)
        {
            return RichBody(storage);
        }

        var bodies = new StringBuilder();
        var before = storage[..marks[0].Start];
        bodies.Append(string.IsNullOrWhiteSpace(before) ? "" : RichBody(before));
        for (var at = 0; at < marks.Count; at++)
        {
            var body = storage[marks[at].Start..(at + 1 < marks.Count ? marks[at + 1].Start : storage.Length)];
            bodies.Append(marks[at].IsPlain ? PlainBody(TextOf(body)) : RichBody(body));
        }

        return bodies.ToString();
    }

    /// <summary>The text of a fence that became a code macro, or of anything else.</summary>
    private static string TextOf(string storage)
    {
        if (StorageScanner.Scan(storage, out _) is not { } tree)
        {
            return storage;
        }

        var code = tree.OnlyChild(0);
        return tree.ElementOf(code) == Element.StructuredMacro && tree.Child(code, Element.PlainTextBody) is var plain and not 0
            ? tree.Text(plain)
            : tree.Text(0);
    }

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
