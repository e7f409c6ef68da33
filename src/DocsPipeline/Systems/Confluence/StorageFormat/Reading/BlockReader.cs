using DocsPipeline.Systems.Confluence.StorageFormat.Macros;
using DocsPipeline.Systems.Confluence.StorageFormat.Writing;
using Markdig.Extensions.CustomContainers;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Reading;

/// <summary>Blocks of Markdown to storage, in Confluence's own conventions.</summary>
internal sealed class BlockReader(ImportSession session)
{
    private readonly InlineReader inlines = new(session);

    public string Read(ContainerBlock container)
    {
        var builder = new StorageBuilder(session);
        foreach (var block in container)
        {
            if (block is HtmlBlock html)
            {
                Html(builder, html, container.Span.End);
            }
            else
            {
                builder.Current.Append(One(block));
                session.TableDirective = null;
            }
        }

        return builder.Finish();
    }

    private string One(Block block) => block switch
    {
        ParagraphBlock paragraph => Paragraph(paragraph),
        HeadingBlock heading => TagReader.Element($"h{heading.Level}", "", Inline(heading)),
        ThematicBreakBlock => "<hr />",
        QuoteBlock quote => Quote(quote),
        ListBlock list => new ListReader(session, this).Read(list),
        Table table => new TableReader(session).Read(table),
        CustomContainer container => Container(container),
        FencedCodeBlock fence => Fence(fence),
        CodeBlock code => FenceForm.Storage("code", [], Text(code)),
        LinkReferenceDefinitionGroup => "",
        LeafBlock leaf => TagReader.Element("p", "", Inline(leaf)),
        ContainerBlock other => Read(other),
        _ => "",
    };

    public string Inline(LeafBlock leaf) => inlines.Read(leaf.Inline, leaf.Span);

    private string Paragraph(ParagraphBlock paragraph)
    {
        var storage = Inline(paragraph);
        var image = paragraph.Inline?.FirstChild is LinkInline { IsImage: true } only && only.NextSibling is null;
        return image ? storage : TagReader.Element("p", "", storage);
    }

    private void Html(StorageBuilder builder, HtmlBlock html, int end)
    {
        var text = html.Lines.ToString().TrimEnd();
        if (text.Trim() == "<br>" && !builder.InBlockHtml)
        {
            builder.Current.Append("<p />");
            return;
        }

        var from = Math.Min(html.Span.End + 1, session.Markdown.Length);
        HtmlReader.Read(builder, text, session.Markdown.AsSpan(from, Math.Max(0, Math.Min(end + 1, session.Markdown.Length) - from)));
    }

    private string Quote(QuoteBlock quote)
    {
        var text = quote.FirstOrDefault() is ParagraphBlock first ? session.Markdown.AsSpan(first.Span.Start, first.Span.Length) : default;
        var line = text.IndexOf('\n') is var end && end >= 0 ? text[..end].TrimEnd() : text.TrimEnd();
        if (!line.StartsWith("[!") || !line.EndsWith("]"))
        {
            return TagReader.Element("blockquote", "", Read(quote));
        }

        var kind = line[2..^1].ToString().ToUpperInvariant();
        var paragraph = (ParagraphBlock)quote[0];
        AlertMarker.Remove(paragraph);
        if (paragraph.Inline?.FirstChild is null)
        {
            quote.RemoveAt(0);
        }

        var body = Read(quote);
        return kind == "IMPORTANT" ? AdfPanel.Storage(body) : MacroForms.ReadAlert(kind, body) ?? TagReader.Element("blockquote", "", $"<p>[!{kind}]</p>{body}");
    }

    private string Container(CustomContainer container)
    {
        var name = (container.Info ?? "").Trim();
        var rest = (container.Arguments ?? "").Trim();
        var brace = name.IndexOf('{');
        rest = brace >= 0 ? name[brace..] + " " + rest : rest;
        name = brace >= 0 ? name[..brace].Trim() : name;
        var attributes = AttributeText.Parse(rest.Trim().TrimStart('{').TrimEnd('}'));
        var body = Read(container);
        return MacroForms.ReadContainer(name, attributes, body)
            ?? TagReader.Element("div", name.Length == 0 ? "" : $" class=\"{MacroAttributes.Attribute(name)}\"", body);
    }

    private string Fence(FencedCodeBlock fence)
    {
        var line = session.Markdown.AsSpan(fence.Span.Start);
        line = line.IndexOf('\n') is var end && end >= 0 ? line[..end] : line;
        var info = line.TrimStart(fence.FencedChar).Trim();
        var space = info.IndexOfAny(" \t");
        var word = space < 0 ? info : info[..space];
        var language = word.Contains('=') ? "" : word.ToString();
        return MacroForms.ReadFence(language, AttributeText.Parse(info[language.Length..]), WithTabs(Text(fence), fence))!;
    }

    /// <summary>Inside of lists Markdig turns the tabs a line of code begins with into spaces; the source still has them.</summary>
    private string WithTabs(string text, FencedCodeBlock fence)
    {
        if (fence.Column == 0 || !session.Markdown.AsSpan(fence.Span.Start, fence.Span.Length).Contains('\t'))
        {
            return text;
        }

        var lines = text.Split('\n');
        var source = session.Markdown.Substring(fence.Span.Start, fence.Span.Length).Split('\n');
        for (var at = 0; at < lines.Length && at + 1 < source.Length; at++)
        {
            var raw = source[at + 1];
            if (raw.Length > fence.Column && raw[fence.Column] == '\t' && !raw.AsSpan(0, fence.Column).Contains('\t') && raw.AsSpan(fence.Column).TrimStart().SequenceEqual(lines[at].AsSpan().TrimStart()))
            {
                lines[at] = raw[fence.Column..];
            }
        }

        return string.Join('\n', lines);
    }

    private static string Text(CodeBlock code) =>
        string.Join('\n', Enumerable.Range(0, code.Lines.Count).Select(index => code.Lines.Lines[index].Slice.ToString()));
}
