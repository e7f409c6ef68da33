using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Directives back to what they stand for; <c>body</c> is the storage between the two halves of one, null where there is only one, and
/// <c>marks</c> are where the bodies in it begin where there are many.
/// </summary>
internal static class DirectiveReader
{
    public static string Read(StorageSession session, DirectiveTag directive, string? body, IReadOnlyList<BodyMark>? marks = null)
    {
        if (directive.Name.StartsWith(DirectiveTag.MacroPrefix, StringComparison.Ordinal))
        {
            var storage = new StringBuilder();
            var name = AttributeText.DecodeName(directive.Name[DirectiveTag.MacroPrefix.Length..]);
            MacroStorage.Append(storage, name, directive.Attributes, body is null ? "" : MacroStorage.Bodies(body, marks ?? []));
            return storage.ToString();
        }

        switch (directive.Name[DirectiveTag.StoragePrefix.Length..])
        {
            case "layout" or "layout-section" or "layout-cell":
                return StorageElement.Of($"ac:{directive.Name[DirectiveTag.StoragePrefix.Length..]}", Attributes(directive), body ?? "");
            case "comment":
                return directive["text"] is { } text && !text.Contains("--", StringComparison.Ordinal) && !text.EndsWith('-')
                    ? $"<!-- {text} -->"
                    : "";
            case "xml":
                return directive["source"] is { } source && StorageScanner.IsReadable(source) ? source : "";
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
            if (StorageElement.IsName(name))
            {
                var qualified = name.Contains(':') || name.StartsWith("data-", StringComparison.Ordinal) ? name : "ac:" + name;
                text.Append(' ').Append(qualified).Append("=\"").Append(Entities.EncodeAttribute(value ?? "")).Append('"');
            }
        }

        return text.ToString();
    }
}
