using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Nodes of the new editor as storage: each with a fallback, which repeats the content in plain storage for whoever does not know the node.
/// </summary>
internal static class AdfStorage
{
    /// <summary>The purple note panel.</summary>
    public static string Note(string body) => Panel([new("panel-type", "note")], Content(body), body);

    /// <summary>A node from the attributes and the storage of a container or tag.</summary>
    public static string Node(string type, IReadOnlyList<KeyValuePair<string, string?>> attributes, string body)
    {
        var holds = attributes.FirstOrDefault(attribute => attribute.Key == AdfNode.Holds).Value;
        var others = attributes.Where(attribute => attribute.Key[0] != ':').ToList();
        if (holds == AdfNode.Nodes && StorageScanner.Scan(body, out _) is { } tree)
        {
            var (nodes, plain) = (new StringBuilder(), new StringBuilder());
            for (var child = tree[0].FirstChild; child != 0; child = tree[child].Next)
            {
                var node = tree.Child(child, Element.AdfNode);
                nodes.Append(node == 0 ? Content(tree.Outer(child).ToString()) : tree.Outer(node));
                plain.Append(tree.Outer(child));
            }

            return Extension(type, others, nodes.ToString(), plain.ToString());
        }

        body = body.Trim();
        var content = holds switch
        {
            AdfNode.Nothing when body.Length == 0 => "",
            AdfNode.Text => Content(WithoutParagraph(body)),
            _ => Content(body),
        };
        return type == "panel" ? Panel(others, content, body) : Extension(type, others, content, body);
    }

    /// <summary>Decisions, each with its state and the storage of its text.</summary>
    public static string Decisions(IEnumerable<(string State, string Text)> items)
    {
        var (nodes, plain) = (new StringBuilder(), new StringBuilder());
        foreach (var (state, text) in items)
        {
            nodes.Append(Plain(Decision.Item, [new(Decision.State, state)], Content(text)));
            plain.Append(StorageElement.Of("li", "", text));
        }

        return Extension(Decision.List, [], nodes.ToString(), StorageElement.Of("ul", " class=\"decision-list\"", plain.ToString()));
    }

    private static string Panel(IReadOnlyList<KeyValuePair<string, string?>> attributes, string content, string body)
    {
        const string Outer = "<div class=\"panel conf-macro output-block\" "
            + "style=\"background-color: rgb(234,230,255);border-color: rgb(153,141,217);border-width: 1.0px;\">";
        const string Inner = "<div class=\"panelContent\" style=\"background-color: rgb(234,230,255);\">\n";
        return Extension("panel", attributes, content, $"{Outer}{Inner}{body}\n</div></div>");
    }

    private static string Extension(string type, IReadOnlyList<KeyValuePair<string, string?>> attributes, string inside, string fallback) =>
        StorageElement.Of(
            "ac:adf-extension", "", Plain(type, attributes, inside) + StorageElement.Of("ac:adf-fallback", "", WithoutNodes(fallback)));

    private static string Plain(string type, IReadOnlyList<KeyValuePair<string, string?>> attributes, string inside)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in attributes)
        {
            var isXml = key.EndsWith(MacroAttributeNames.Xml, StringComparison.Ordinal);
            var name = AttributeText.DecodeName(isXml ? key[..^MacroAttributeNames.Xml.Length] : key);
            var content = isXml && StorageScanner.Scan(value ?? "", out _) is not null ? value! : Entities.EncodeText(value ?? "");
            text.Append(StorageElement.Of("ac:adf-attribute", $" key=\"{Entities.EncodeAttribute(name)}\"", content));
        }

        return StorageElement.Of("ac:adf-node", $" type=\"{Entities.EncodeAttribute(type)}\"", text.Append(inside).ToString());
    }

    /// <summary>A fallback has the fallbacks of the nodes in it, or it would double with each level.</summary>
    private static string WithoutNodes(string body)
    {
        if (!body.Contains("<ac:adf-extension", StringComparison.Ordinal) || StorageScanner.Scan(body, out _) is not { } tree)
        {
            return body;
        }

        var (plain, at) = (new StringBuilder(), 0);
        for (var node = 1; node < tree.Count; node++)
        {
            if (tree.ElementOf(node) == Element.AdfExtension && tree[node].Start >= at)
            {
                var fallback = tree.Child(node, Element.AdfFallback);
                plain.Append(body, at, tree[node].Start - at).Append(fallback == 0 ? "" : tree.Inner(fallback));
                at = tree[node].End;
            }
        }

        return plain.Append(body, at, body.Length - at).ToString();
    }

    private static string Content(string body) => StorageElement.Of("ac:adf-content", "", body);

    private static string WithoutParagraph(string body) =>
        StorageScanner.Scan(body, out _) is { } tree && tree.OnlyElement(0) is var only && tree.ElementOf(only) == Element.P
        && VolatileAttributes.AreAll(tree, only)
            ? tree.Inner(only).ToString()
            : body;
}
