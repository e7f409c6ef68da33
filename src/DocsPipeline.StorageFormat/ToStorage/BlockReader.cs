using System.Buffers;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Blocks of Markdown to storage, in Confluence's own conventions.</summary>
internal sealed class BlockReader(StorageSession session, FootnoteReader? notes = null)
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-:");

    private readonly InlineReader inlines = new(session);

    /// <summary>Writes the storage of a container's blocks.</summary>
    public void Write(ContainerBlock container)
    {
        var builder = new StorageBuilder(session);
        foreach (var block in container)
        {
            if (block is HtmlBlock html)
            {
                Html(builder, html, container.Span.End);
            }
            else if (block is FootnoteDefinition note)
            {
                notes?.WriteAt(note, Read);
            }
            else
            {
                Write(block);
                session.TableDirective = null;
            }
        }

        builder.Finish();
        if (container is MarkdownDocument)
        {
            notes?.WriteAt(null, Read);
        }
    }

    public string Read(ContainerBlock container)
    {
        var start = session.Text.Length;
        Write(container);
        return session.Text.Take(start);
    }

    public void Inline(LeafBlock leaf) => inlines.Write(leaf.Inline, leaf.Span);

    private void Write(Block block)
    {
        switch (block)
        {
            // The most frequent kind comes first: each question what a block is costs a call.
            case ParagraphBlock paragraph:
                if (paragraph.Inline?.FirstChild is LinkInline { IsImage: true, NextSibling: null })
                {
                    Inline(paragraph);
                }
                else
                {
                    Leaf("p", paragraph);
                }

                break;
            case HeadingBlock heading:
                Leaf($"h{heading.Level}", heading);
                break;
            case ThematicBreakBlock:
                session.Text.Append("<hr />");
                break;
            case QuoteBlock quote:
                Quote(quote);
                break;
            case ListBlock list:
                new ListReader(session, this).Write(list);
                break;
            case Table table:
                new TableReader(session).Write(table);
                break;
            case FencedContainer container:
                session.Text.Append(new ContainerReader(session, this).Read(container));
                break;
            case FencedCodeBlock fence:
                session.Text.Append(Fence(fence));
                break;
            case CodeBlock code:
                session.Text.Append(MacroStorage.Plain("code", [], Text(code)));
                break;
            case LinkReferenceDefinitionGroup definitions:
                Unused(definitions);
                break;
            case LeafBlock leaf:
                Leaf("p", leaf);
                break;
            case ContainerBlock other:
                Write(other);
                break;
        }
    }

    /// <summary>Where a link leads is in the page where the link is; what no link names is nowhere.</summary>
    private void Unused(LinkReferenceDefinitionGroup definitions)
    {
        var used = (definitions.Parent ?? definitions).Descendants<LinkInline>().Select(link => link.Reference).ToHashSet();
        foreach (var definition in definitions.OfType<LinkReferenceDefinition>().Where(definition => !used.Contains(definition)))
        {
            session.Place = definition.Span.Start;
            session.Report(FindingKind.PartIsDropped, $"no link names `[{StorageSession.Short(definition.Label)}]`, and it is dropped",
                "write a link that names it, or take the line out");
        }
    }

    private void Leaf(string name, LeafBlock leaf)
    {
        var start = session.Text.Open(name);
        Inline(leaf);
        session.Text.TrimEnd(start);
        if (name == "p" && (ElementPlacement.IsCard(session.Text.Since(start)) || IsMacro(leaf, session.Text.Since(start))))
        {
            session.Text.Append(session.Text.Take(start - "<p>".Length).AsSpan("<p>".Length));
            return;
        }

        if (name == "p" && ParagraphSplit.Of(session.Source(leaf.Span), session.Text.Since(start)) is { } blocks)
        {
            session.Text.Take(start - "<p>".Length);
            session.Text.Append(blocks);
            return;
        }

        session.Text.Close(name, start);
        if (session.Title is { } title && title.Start == start && title.End == session.Text.Length - "</p>".Length && name == "p")
        {
            session.MarkTitle(title with { Start = start - "<p>".Length, End = session.Text.Length });
        }
    }

    /// <summary>Whether a line is one tag that stands for a macro without a body: such a macro needs no paragraph.</summary>
    private static bool IsMacro(LeafBlock leaf, ReadOnlySpan<char> storage) =>
        leaf.Inline?.FirstChild is HtmlInline { Tag: var tag } && tag.StartsWith(MacroTag.Beginning, StringComparison.Ordinal)
        && MacroStorage.IsOne(storage);

    private void Html(StorageBuilder builder, HtmlBlock html, int end)
    {
        var text = html.Lines.ToString().TrimEnd();
        if (text.Trim() == "<br>" && !builder.InBlockHtml)
        {
            builder.Text.Append("<p />");
            return;
        }

        session.HasLooseText |= LooseText.MayStandIn(text);
        var from = Math.Min(html.Span.End + 1, session.Markdown.Length);
        ImpliedEnds.Find(text, builder.Implied);
        var start = IsText(text) ? session.Text.Open("p") : -1;
        HtmlReader.Read(builder, text, session.Markdown.AsSpan(from, Math.Max(0, Math.Min(end + 1, session.Markdown.Length) - from)),
            html.Span.Start);
        if (start >= 0)
        {
            session.Text.Close("p", start);
        }
    }

    /// <summary>Whether what Markdown takes for HTML begins with a name that is no tag.</summary>
    private static bool IsText(string html)
    {
        var tag = html.AsSpan().TrimStart();
        var length = tag.Length > 1 && char.IsAsciiLetter(tag[1]) ? tag[1..].IndexOfAnyExcept(NameCharacters) : 0;
        return tag.StartsWith("<") && length != 0
            && !HtmlNames.IsTag((length < 0 ? tag[1..] : tag.Slice(1, length)).ToString().ToLowerInvariant());
    }

    private void Quote(QuoteBlock quote)
    {
        if (KindOf(quote) is not { } kind)
        {
            var start = session.Text.Open("blockquote");
            Write(quote);
            _ = session.Text.Since(start).IsWhiteSpace() ? session.Text.Append("<p />") : session.Text;
            session.Text.Close("blockquote", start);
            return;
        }

        var paragraph = (ParagraphBlock)quote[0];
        AlertMarker.Remove(paragraph);
        if (paragraph.Inline?.FirstChild is null)
        {
            quote.RemoveAt(0);
        }

        if (kind == "IMPORTANT")
        {
            session.Text.Append(AdfStorage.Note(Read(quote)));
            return;
        }

        // A title stands in the marker's own paragraph; behind a blank line it is that of the first block.
        var isTitled = paragraph.Inline?.FirstChild is HtmlInline { Tag: var tag }
            && tag.StartsWith(TitleMark.Tag, StringComparison.Ordinal);
        List<KeyValuePair<string, string?>> attributes = isTitled ? [new(TitleMark.Shown, null)] : [];
        session.Frames.Add(new Frame("!alert", new HtmlTag("!", attributes), session.Text.Length));
        var body = Read(quote);
        session.Frames.RemoveAt(session.Frames.Count - 1);
        session.Text.Append(session.Macros.ReadAlert(kind, attributes, body));
    }

    /// <summary>The kind of alert that a quote is, or null. With nothing behind it the marker is text to GitHub.</summary>
    private string? KindOf(QuoteBlock quote)
    {
        var text = quote.FirstOrDefault() is ParagraphBlock first ? session.Source(first.Span).TrimEnd() : default;
        var end = text.IndexOf('\n');
        var line = (end < 0 ? text : text[..end]).TrimEnd();
        if (!line.StartsWith("[!") || !line.EndsWith("]") || line[2..^1].ContainsAnyExceptInRange('A', 'z')
            || line[2..^1].ContainsAny("[\\]^`") || (quote.Count == 1 && end < 0))
        {
            return null;
        }

        var kind = line[2..^1].ToString().ToUpperInvariant();
        return kind == "IMPORTANT" || session.Macros.ReadAlert(kind, [], "") is not null ? kind : null;
    }

    private string Fence(FencedCodeBlock fence)
    {
        var info = FirstLine(fence).TrimStart(fence.FencedChar).Trim();
        var space = info.IndexOfAny(" \t");
        var word = space < 0 ? info : info[..space];
        var language = word.Contains('=') || MacroAttributeNames.IsElsewhere(word.ToString()) ? "" : word.ToString();
        var attributes = AttributeText.Parse(info[language.Length..]);
        foreach (var (name, _) in attributes.Where(static attribute => !AttributeText.IsName(attribute.Key)))
        {
            session.Place = fence.Span.Start;
            session.Report(FindingKind.PartIsDropped, $"`{name}` says nothing about code in a page and is dropped",
                "write `name=\"value\"` for a parameter of the code macro");
        }

        attributes.RemoveAll(static attribute => !AttributeText.IsName(attribute.Key));
        session.TakeTitle(attributes);
        return session.Macros.ReadFence(language, attributes, AsWritten(Text(fence), fence));
    }

    private ReadOnlySpan<char> FirstLine(Block block)
    {
        var line = session.Markdown.AsSpan(block.Span.Start);
        return line.IndexOf('\n') is var end && end >= 0 ? line[..end] : line;
    }

    /// <summary>
    /// Inside of lists Markdig turns the tabs that a line of code begins with into spaces, and takes a single space for indentation; the
    /// source still has them.
    /// </summary>
    private string AsWritten(string text, FencedCodeBlock fence)
    {
        // A fence that nothing closes may end, to Markdig, behind the text or before its own beginning.
        var end = Math.Clamp(fence.Span.End + 1, fence.Span.Start, session.Markdown.Length);
        if (fence.Column == 0)
        {
            return text;
        }

        var lines = text.Split('\n');
        var source = session.Markdown[fence.Span.Start..end].Split('\n');
        for (var at = 0; at < lines.Length && at + 1 < source.Length; at++)
        {
            var raw = source[at + 1];
            if (raw.Length > fence.Column && IsTaken(raw[fence.Column], raw.AsSpan(0, fence.Column))
                && raw.AsSpan(fence.Column).TrimStart().SequenceEqual(lines[at].AsSpan().TrimStart()))
            {
                lines[at] = raw[fence.Column..];
            }
        }

        return string.Join('\n', lines);
    }

    /// <summary>Whether the first character of a line of code may have been taken for what stands in front of it.</summary>
    private static bool IsTaken(char first, ReadOnlySpan<char> before) =>
        first == '\t' ? !before.Contains('\t') : first == ' ' && before.Trim(' ').IsEmpty;

    private static string Text(CodeBlock code) =>
        string.Join('\n', Enumerable.Range(0, code.Lines.Count).Select(index => code.Lines.Lines[index].Slice.ToString()));
}
