using System.Text;
using DocsPipeline.StorageFormat.Conversion;
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
            var name = AttributeText.DecodeName(directive.Name[DirectiveTag.MacroPrefix.Length..]);
            if (name.Length == 0)
            {
                return Dropped(session, directive, "names no macro", body);
            }

            var storage = new StringBuilder();
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
                    : Dropped(session, directive, "has no text that a comment of a page can have", body);
            case "xml":
                return directive["source"] is { } source && StorageScanner.IsReadable(source)
                    ? source
                    : Dropped(session, directive, "has no well-formed `source`", body);
            case "task":
                session.TaskIds = directive;
                return "";
            case "table":
                session.TableDirective = directive;
                return "";
            default:
                return Dropped(session, directive, "is nothing that a page has", body);
        }
    }

    private static string Dropped(StorageSession session, DirectiveTag directive, string why, string? body)
    {
        session.Report(FindingKind.PartIsDropped, $"`<!-- {StorageSession.Short(directive.Name)} -->` {why} and is dropped",
            "put it back as it was, or take it out");
        return body ?? "";
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
