using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Containers of colons as the macro or node that they name.</summary>
internal sealed class ContainerReader(StorageSession session, BlockReader blocks)
{
    public string Read(FencedContainer container)
    {
        var beginning = container.Beginning;
        session.Place = container.Span.Start;
        Unknown(beginning);
        var title = Title(container);
        var body = blocks.Read(container);
        if (beginning.Name == ContainerLine.Important)
        {
            // This node has no title; a line above the text says it.
            var line = title is null ? "" : $"<p><strong>{Entities.EncodeText(title.Text)}</strong></p>";
            return AdfStorage.Note(line + title?.Paragraph + body);
        }

        if (beginning.Name.StartsWith(AdfNode.Prefix, StringComparison.Ordinal))
        {
            return AdfStorage.Node(AttributeText.DecodeName(beginning.Name[AdfNode.Prefix.Length..]), beginning.Attributes, body);
        }

        if (title is not null)
        {
            beginning.Attributes.Insert(0, new("title", title.Text));
        }

        return session.Macros.ReadContainer(beginning.Name, beginning.Attributes, title?.Paragraph + body)!;
    }

    private void Unknown(ContainerLine beginning)
    {
        foreach (var (name, _) in beginning.Attributes.Where(attribute => !beginning.Knows(attribute.Key)))
        {
            session.Report(FindingKind.PartIsDropped, $"`{StorageSession.Short(name)}` says nothing in a page and is dropped",
                "write `name=\"value\"` for a parameter of the macro");
        }

        beginning.Attributes.RemoveAll(attribute => !beginning.Knows(attribute.Key));
    }

    /// <summary>Takes the title out of the blocks.</summary>
    private TitleText? Title(FencedContainer container)
    {
        if (container.Title is not { } paragraph)
        {
            return null;
        }

        container.Remove(paragraph);
        var beginning = container.Beginning;
        if (beginning.TakesTitle && !beginning.Attributes.Exists(static attribute => attribute.Key == "title"))
        {
            var start = session.Text.Length;
            blocks.Inline(paragraph);
            session.Place = container.Span.Start;
            return session.TitleOf(session.Text.Take(start));
        }

        session.Report(FindingKind.PartIsDropped,
            $"`{StorageSession.Short(session.Source(paragraph.Span))}` behind `{beginning.Name}` has no place in a page and is dropped",
            "write it below, as text");
        return null;
    }
}
