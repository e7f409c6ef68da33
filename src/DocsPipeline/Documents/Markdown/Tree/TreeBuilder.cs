using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Markdown.Html;
using DocsPipeline.Documents.Markdown.Regions;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;

namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>Turns Markdig's open-ended syntax tree into the closed one: a block it does not know becomes a <see
/// cref="HiddenNode"/>.</summary>
internal sealed class TreeBuilder(string text, ICollection<MarkdownFault> faults)
{
    private readonly InlineBuilder inlines = new(faults);

    public IReadOnlyList<Node> Build(MarkdownDocument document, Scope scope) => Blocks(document, scope, "");

    private IReadOnlyList<Node> Blocks(ContainerBlock container, Scope scope, string parent)
    {
        var stack = new NodeStack(scope.Here, faults, parent);
        foreach (var block in container)
        {
            if (block is HtmlBlock html)
            {
                AddHtml(stack, html);
            }
            else if (block is ParagraphBlock { Inline: { } inline } && parent == "li" && stack.Depth == 1)
            {
                // Tight and loose lists are told apart by blank lines only, also by those that a hidden block leaves behind.
                var paragraph = inlines.Build(inline, scope.Here);
                AddItemText(stack, paragraph, scope, Of(block));
            }
            else
            {
                stack.Add(Build(block, stack.Depth > 1 ? scope.Inside : scope));
            }
        }

        return stack.Finish();
    }

    private Node Build(Block block, Scope scope) => block switch
    {
        RegionBlock region => Region(region, scope),
        HeadingBlock heading => new HeadingNode(heading.Level, inlines.Build(heading.Inline, scope.Here), scope.Here, Of(block)),
        ParagraphBlock paragraph => Element("p", inlines.Build(paragraph.Inline, scope.Here), scope, block),
        ListBlock list => List(list, scope),
        AlertBlock alert => Alert(alert, scope),
        QuoteBlock quote => Element("blockquote", Blocks(quote, scope.Inside, "blockquote"), scope, block),
        FencedCodeBlock code when MacroOf(code) is { } macro && !KnownContainers.MacrosToShow.Contains(macro) => Hide(macro, block),
        FencedCodeBlock code => new CodeNode(ClassNames.Language(code.Info ?? ""), Code(code), scope.Here, Of(block)),
        CodeBlock code => new CodeNode("", Code(code), scope.Here, Of(block)),
        Table table => Table(table, scope),
        ThematicBreakBlock => Element("hr", [], scope, block),
        _ => new HiddenNode(Of(block)),
    };

    private RegionNode Region(RegionBlock region, Scope scope)
    {
        var inside = region.Marker.Within(scope.Here, scope.Ceiling);
        inside = region.IsClosed ? inside : Readers.Nobody;
        var ceiling = region.Marker.Meaning == RegionMeaning.Pass ? scope.Ceiling : inside;
        var parent = region.Marker.Meaning == RegionMeaning.Pass ? "div" : "";
        var children = Blocks(region, new Scope(inside, ceiling), parent);
        children = region.Marker.Meaning == RegionMeaning.Pass && !inside.IsNobody
            ? [AlertBox.Around(region.Marker.Name, region.Marker.Title, children, inside, Of(region))]
            : children;
        return new RegionNode(
            region.Marker.Name, region.Marker.Partners, children, inside, Of(region))
        {
            IsFaulty = region.Marker.Fault != RegionFault.None,
        };
    }

    private ElementNode List(ListBlock list, Scope scope)
    {
        var items = list.Select(item => (Node)Element("li", Blocks((ContainerBlock)item, scope.Inside, "li"), scope, item)).ToList();
        var start = list.IsOrdered && list.OrderedStart is { Length: > 0 and <= 4 } number
            && number.TrimStart('0') is { Length: > 0 } trimmed and not "1" ? trimmed : null;
        return new ElementNode(
            list.IsOrdered ? "ol" : "ul", start is null ? [] : [KeyValuePair.Create("start", start)], items, scope.Here, Of(list));
    }

    private static void AddItemText(NodeStack stack, IReadOnlyList<Node> paragraph, Scope scope, Place place) =>
        stack.Add(new ElementNode("p", [], paragraph, scope.Here, place));

    private Node Alert(AlertBlock alert, Scope scope)
    {
        var kind = alert.Kind.ToString().ToLowerInvariant();
        if (AlertBox.IsKind(kind))
        {
            return AlertBox.Around(kind, "", Blocks(alert, scope.Inside, "div"), scope.Here, Of(alert));
        }

        var place = new Place(Math.Max(0, text.IndexOf("[!", Of(alert).Start, StringComparison.Ordinal)) + 2, alert.Kind.Length);
        faults.Add(new MarkdownFault(Catalogue.Markdown.AlertIsUnknown, place, $"alert `{alert.Kind}` is unknown",
            Help: $"use one of {AlertBox.Names}", Note: "its content stays internal"));
        return new HiddenNode(Of(alert));
    }

    private HiddenNode Hide(string macro, Block block)
    {
        faults.Add(new MarkdownFault(
            Catalogue.Markdown.ContentStaysInternal, Of(block) with { Length = 3 }, $"content of macro `{macro}` stays internal"));
        return new HiddenNode(Of(block));
    }

    private ElementNode Table(Table table, Scope scope)
    {
        var rows = table.OfType<TableRow>().ToList();
        var head = rows.TakeWhile(row => row.IsHeader).Select(row => (Node)Row(table, row, scope)).ToList();
        var body = rows.Skip(head.Count).Select(row => (Node)Row(table, row, scope)).ToList();
        return Element("table",
            [
                .. head.Count == 0 ? [] : new Node[] { Element("thead", head, scope, table) },
                .. body.Count == 0 ? [] : new Node[] { Element("tbody", body, scope, table) },
            ], scope, table);
    }

    private ElementNode Row(Table table, TableRow row, Scope scope) =>
        Element("tr",
            [.. row.OfType<TableCell>()
                .Select((cell, index) => Cell(table, row, cell, cell.ColumnIndex < 0 ? index : cell.ColumnIndex, scope))], scope, row);

    private ElementNode Cell(Table table, TableRow row, TableCell cell, int column, Scope scope)
    {
        var align = column < table.ColumnDefinitions.Count ? table.ColumnDefinitions[column].Alignment?.ToString().ToLowerInvariant()
            : null;
        var attributes = new List<KeyValuePair<string, string>>();
        if (align is not null)
        {
            attributes.Add(KeyValuePair.Create("class", $"align-{align}"));
        }

        if (row.IsHeader)
        {
            attributes.Add(KeyValuePair.Create("scope", "col"));
        }

        var content = cell.OfType<ParagraphBlock>().SelectMany(paragraph => inlines.Build(paragraph.Inline, scope.Here)).ToList();
        return new ElementNode(row.IsHeader ? "th" : "td", attributes, content, scope.Here, Of(cell));
    }

    private void AddHtml(NodeStack stack, HtmlBlock block)
    {
        var place = Of(block);
        var html = text.Substring(place.Start, Math.Min(place.Length, text.Length - place.Start));
        foreach (var token in HtmlTokenizer.Cut(html))
        {
            stack.AddRaw(token, place.Start);
        }
    }

    private static string? MacroOf(FencedCodeBlock code)
    {
        var words = $"{code.Info} {code.Arguments}";
        var at = words.IndexOf("macro=\"", StringComparison.Ordinal);
        var end = at < 0 ? -1 : words.IndexOf('"', at + 7);
        return at < 0 ? null : end < 0 ? "" : words[(at + 7)..end];
    }

    private static string Code(CodeBlock code) => code.Lines.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);

    private static ElementNode Element(string tag, IReadOnlyList<Node> children, Scope scope, Block block) =>
        new(tag, [], children, scope.Here, Of(block));

    private static Place Of(MarkdownObject node) => new(Math.Max(0, node.Span.Start), Math.Max(1, node.Span.Length));
}
