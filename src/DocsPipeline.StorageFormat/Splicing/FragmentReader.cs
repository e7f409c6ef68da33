using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Splicing;

/// <summary>Reads a stretch of Markdown as siblings of the blocks it stands among.</summary>
internal sealed class FragmentReader(Edit edit, StorageContext context)
{
    /// <summary>What the Markdown of a block of the base reads as.</summary>
    public List<string>? Read(MappedBlock block, MappedBlock container) =>
        Read(edit.Before[block.Start..Math.Max(block.Start, block.End)], block, container);

    /// <summary>The elements of a stretch, each as storage; null where the stretch does not read by itself.</summary>
    public List<string>? Read(string markdown, MappedBlock sibling, MappedBlock container)
    {
        if (sibling.Form == BlockForm.Html)
        {
            var session = new StorageSession(markdown, context);
            var builder = new StorageBuilder(session);
            HtmlReader.Read(builder, markdown, "", 0);
            builder.Finish();
            var html = ActiveContentCheck.Apply(session, builder.Text.Take(0));
            builder.Text.Release();
            var isParagraph = markdown.Length > 0 && !markdown.StartsWith("<p", StringComparison.Ordinal) && IsParagraph(sibling);
            return Elements(isParagraph ? StorageElement.Wrap(html) : html);
        }

        if (Unindent(markdown, sibling.Prefix) is not { } text)
        {
            return null;
        }

        switch (sibling.Form)
        {
            case BlockForm.Item:
                return Elements(MarkdownBodyReader.Read(text, context)) is not [var list] ? null
                    : IsList(list) ? Inside(list)
                    : list.StartsWith("<ac:adf-extension>", StringComparison.Ordinal) ? Decisions(list)
                    : null;
            case BlockForm.Row:
                return Rows(text, sibling, container);
            default:
                return Elements(MarkdownBodyReader.Read(text, context));
        }
    }

    private bool IsParagraph(MappedBlock block) =>
        !edit.Before.AsSpan(block.Start).StartsWith("<p", StringComparison.Ordinal) && edit.Before[block.Start] != '<';

    private static bool IsList(string storage) =>
        storage.StartsWith("<ul", StringComparison.Ordinal) || storage.StartsWith("<ol", StringComparison.Ordinal)
        || storage.StartsWith("<ac:task-list", StringComparison.Ordinal);

    /// <summary>Rows of a pipe table read only below its header.</summary>
    private List<string>? Rows(string text, MappedBlock sibling, MappedBlock table)
    {
        var header = table.Children[0];
        var isHeader = sibling.Start == header.Start;
        if (!isHeader || !text.Contains('\n'))
        {
            var delimiter = edit.Before.IndexOf('\n', header.End) is var line && line >= 0 ? edit.Before.IndexOf('\n', line + 1) : -1;
            delimiter = delimiter < 0 && line >= 0 ? edit.Before.Length : delimiter;
            if (delimiter < 0 || Unindent(edit.Before[header.Start..delimiter], header.Prefix) is not { } head)
            {
                return null;
            }

            text = isHeader ? text + head[head.IndexOf('\n')..] : head + "\n" + text;
        }

        if (Elements(MarkdownBodyReader.Read(text, context)) is not [var storage] || StorageScanner.Scan(storage, out _) is not { } tree)
        {
            return null;
        }

        var body = tree.Child(tree[0].FirstChild, Element.Tbody);
        var rows = body == 0 ? null : Inside(tree.Outer(body).ToString());
        return isHeader ? rows : rows?.Skip(1).ToList();
    }

    private static List<string>? Inside(string element) =>
        StorageScanner.Scan(element, out _) is { } tree ? Children(tree, tree[0].FirstChild) : null;

    private static List<string>? Decisions(string extension) =>
        StorageScanner.Scan(extension, out _) is { } tree && tree.Child(tree[0].FirstChild, Element.AdfNode) is var list
        && tree.Attribute(list, "type") == Decision.List
            ? Children(tree, list)
            : null;

    private static List<string>? Elements(string storage) => StorageScanner.Scan(storage, out _) is { } tree ? Children(tree, 0) : null;

    private static List<string> Children(StorageTree tree, int node)
    {
        var elements = new List<string>();
        for (var child = tree[node].FirstChild; child != 0; child = tree[child].Next)
        {
            if (!tree.IsBlank(child))
            {
                elements.Add(tree.Outer(child).ToString());
            }
        }

        return elements;
    }

    /// <summary>Takes the prefix of the containers off every line but the first, which starts behind it.</summary>
    private static string? Unindent(string markdown, string prefix)
    {
        if (prefix.Length == 0)
        {
            return markdown;
        }

        var lines = markdown.Split('\n');
        for (var at = 1; at < lines.Length; at++)
        {
            var line = lines[at];
            if (line.StartsWith(prefix, StringComparison.Ordinal))
            {
                lines[at] = line[prefix.Length..];
            }
            else if (line.TrimEnd() == prefix.TrimEnd() || line.Trim().Length == 0)
            {
                lines[at] = "";
            }
            else
            {
                return null;
            }
        }

        return string.Join('\n', lines);
    }
}
