using System.Text;
using DocsPipeline.StorageFormat.Macros;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Reading;

/// <summary>Directives back to what they stand for; <c>body</c> is the storage between the two halves of one, null where there is only one.</summary>
internal static class DirectiveReader
{
    public static string Read(ImportSession session, DirectiveTag directive, string? body)
    {
        if (directive.Name.StartsWith(Directive.MacroPrefix, StringComparison.Ordinal))
        {
            var storage = new StringBuilder();
            var name = AttributeText.DecodeName(directive.Name[Directive.MacroPrefix.Length..]);
            MacroAttributes.Read(storage, name, directive.Attributes, body is null ? "" : MacroAttributes.RichBody(body));
            return storage.ToString();
        }

        switch (directive.Name[Directive.StoragePrefix.Length..])
        {
            case "layout" or "layout-section" or "layout-cell":
                return TagReader.Element($"ac:{directive.Name[Directive.StoragePrefix.Length..]}", Attributes(directive), body ?? "");
            case "comment":
                return directive["text"] is { } text && !text.Contains("--", StringComparison.Ordinal) && !text.EndsWith('-') ? $"<!-- {text} -->" : "";
            case "xml":
                return directive["source"] is { } source && StorageScanner.Scan(source, out _) is not null ? source : "";
            case "task":
                session.TaskIds = directive;
                return "";
            case "table":
                session.TableDirective = directive;
                return "";
            default:
                return body ?? "";
        }
    }

    private static string Attributes(DirectiveTag directive)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in directive.Attributes)
        {
            if (TagReader.IsName(name))
            {
                var qualified = name.Contains(':') || name.StartsWith("data-", StringComparison.Ordinal) ? name : "ac:" + name;
                text.Append(' ').Append(qualified).Append("=\"").Append(MacroAttributes.Attribute(value ?? "")).Append('"');
            }
        }

        return text.ToString();
    }
}
