using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Containers of colons as the macro or node that they name.</summary>
internal static class ContainerReader
{
    /// <summary>The storage of a container around a body that is storage already.</summary>
    public static string Read(StorageSession session, FencedContainer container, string body)
    {
        var beginning = container.Beginning;
        var attributes = beginning.Attributes;
        session.Place = container.Span.Start;
        foreach (var (name, _) in attributes.Where(attribute => !beginning.Knows(attribute.Key)))
        {
            session.Report(FindingKind.PartIsDropped, $"`{StorageSession.Short(name)}` says nothing in a page and is dropped",
                "write `name=\"value\"` for a parameter of the macro");
        }

        attributes.RemoveAll(attribute => !beginning.Knows(attribute.Key));
        var title = Title(session, beginning);
        if (beginning.Name == ContainerLine.Important)
        {
            // This node has no title; a line above the text says it.
            return AdfStorage.Note(title is null ? body : $"<p><strong>{Entities.EncodeText(title)}</strong></p>{body}");
        }

        if (beginning.Name.StartsWith(AdfNode.Prefix, StringComparison.Ordinal))
        {
            return AdfStorage.Node(AttributeText.DecodeName(beginning.Name[AdfNode.Prefix.Length..]), attributes, body);
        }

        if (title is not null)
        {
            attributes.Insert(0, new("title", title));
        }

        return session.Macros.ReadContainer(beginning.Name, attributes, body)!;
    }

    private static string? Title(StorageSession session, ContainerLine beginning)
    {
        if (beginning.Title.Length == 0)
        {
            return null;
        }

        if (beginning.TakesTitle && !beginning.Attributes.Exists(static attribute => attribute.Key == "title"))
        {
            return beginning.Title;
        }

        session.Report(FindingKind.PartIsDropped,
            $"`{StorageSession.Short(beginning.Title)}` behind `{beginning.Name}` has no place in a page and is dropped",
            "write it below, as text");
        return null;
    }
}
