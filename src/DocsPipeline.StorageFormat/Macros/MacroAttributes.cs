using System.Text;
using DocsPipeline.StorageFormat.Reading;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Splicing;
using DocsPipeline.StorageFormat.Writing;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>
/// Everything about a macro but name and body, as attributes: its parameters in order, XML values as <c>name:xml</c>, attributes of the macro's own
/// element as <c>:name</c>, other children as <c>::xml</c>.
/// </summary>
internal static class MacroAttributes
{
    private const string Xml = ":xml";
    private const string Extras = "::xml";

    public static string Write(Macro macro, params ReadOnlySpan<string> except)
    {
        StringBuilder? text = null;
        foreach (var parameter in macro.Parameters)
        {
            if (!except.Contains(parameter.Name))
            {
                AttributeText.Write(text ??= new StringBuilder(), AttributeText.EncodeName(parameter.Name) + (parameter.IsXml ? Xml : ""), parameter.Value);
            }
        }

        foreach (var attribute in macro.Tree.Attributes(macro.Node))
        {
            var usual = attribute.Name is "ac:name" or "ac:local-id" or "ac:macro-id" || (attribute.Name is "ac:schema-version" && attribute.Value is "1");
            if (!usual)
            {
                AttributeText.Write(text ??= new StringBuilder(), $":{attribute.Name}", Entities.Decode(attribute.Value));
            }
        }

        if (macro.Extras.Length > 0)
        {
            AttributeText.Write(text ??= new StringBuilder(), Extras, macro.Extras);
        }

        return text?.ToString() ?? "";
    }

    /// <summary>Notes where the parameters of a macro stand in the first line or tag of what was written for it.</summary>
    public static void Map(ExportSession session, int start, Macro macro)
    {
        if (session.Map is not { } map || macro.Parameters.Count == 0)
        {
            return;
        }

        var head = session.Out.Slice(start);
        head = head.IndexOfAny('\n', '>') is var end && end >= 0 ? head[..end] : head;
        var at = 0;
        foreach (var parameter in macro.Parameters)
        {
            var name = $"{AttributeText.EncodeName(parameter.Name)}=\"";
            var place = head[at..].IndexOf(name);
            place = place > 0 && head[at + place - 1] is ' ' or '{' or '`' ? place : -1;
            var length = place < 0 ? -1 : head[(at + place + name.Length)..].IndexOf('"');
            if (length > 0 && parameter.Node != 0)
            {
                at += place + name.Length;
                var node = macro.Tree[parameter.Node];
                map.Texts.Add(new MappedText(start + at, start + at + length, node.Start, node.End, TextForm.Html, IsCData: false));
                at += length;
            }
        }
    }

    /// <summary>The macro's storage around a body that is storage already.</summary>
    public static void Read(StringBuilder storage, string name, IEnumerable<KeyValuePair<string, string?>> attributes, string body)
    {
        var all = attributes.ToList();
        storage.Append("<ac:structured-macro ac:name=\"").Append(Attribute(name)).Append('"');
        if (all.TrueForAll(attribute => attribute.Key != ":ac:schema-version"))
        {
            storage.Append(" ac:schema-version=\"1\"");
        }

        foreach (var (key, value) in all.Where(attribute => attribute.Key.StartsWith(':') && IsName(attribute.Key.AsSpan(1))))
        {
            storage.Append(' ').Append(key, 1, key.Length - 1).Append("=\"").Append(Attribute(value ?? "")).Append('"');
        }

        storage.Append('>');
        foreach (var (key, value) in all.Where(attribute => attribute.Key[0] != ':'))
        {
            Parameter(storage, key, value ?? "true");
        }

        storage.Append(Fragment(all.Find(attribute => attribute.Key == Extras).Value));
        storage.Append(body).Append("</ac:structured-macro>");
    }

    public static void Parameter(StringBuilder storage, string key, string value)
    {
        var isXml = key.EndsWith(Xml, StringComparison.Ordinal);
        var name = AttributeText.DecodeName(isXml ? key[..^Xml.Length] : key);
        storage.Append("<ac:parameter ac:name=\"").Append(Attribute(name)).Append('"');
        var content = isXml ? Fragment(value) : Entities.EncodeText(value);
        _ = content.Length == 0 ? storage.Append(" />") : storage.Append('>').Append(content).Append("</ac:parameter>");
    }

    public static string PlainBody(string text) =>
        $"<ac:plain-text-body><![CDATA[{text.Replace("]]>", "]]]]><![CDATA[>")}]]></ac:plain-text-body>";

    public static string RichBody(string storage) => $"<ac:rich-text-body>{storage}</ac:rich-text-body>";

    public static string Attribute(string value) => Entities.EncodeText(value).Replace("\n", "&#10;").Replace("\t", "&#9;");

    private static bool IsName(ReadOnlySpan<char> name) =>
        TagReader.IsName(name.ToString());

    /// <summary>Storage that travelled through Markdown is believed only where it is well-formed.</summary>
    private static string Fragment(string? storage) =>
        string.IsNullOrEmpty(storage) ? "" : StorageScanner.Scan(storage, out _) is null ? Entities.EncodeText(storage) : storage;
}
