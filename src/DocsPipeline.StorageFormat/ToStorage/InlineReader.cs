using System.Text;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Inline Markdown to storage.</summary>
internal sealed class InlineReader(StorageSession session)
{
    /// <summary>Writes the storage of a leaf's inlines.</summary>
    public void Write(ContainerInline? inlines, SourceSpan place)
    {
        FormulaCheck.Apply(session, place);
        var builder = new StorageBuilder(session);
        Children(builder, inlines, place);
        builder.EndLine();
        builder.Finish();
    }

    private void Children(StorageBuilder builder, ContainerInline? inlines, SourceSpan place)
    {
        for (var inline = inlines?.FirstChild; inline is not null;)
        {
            InnerSpaces.Take(inline);
            var next = Next(inline);
            if (Literal(inline) is not { } text)
            {
                One(builder, inline, place);
            }
            else if (next is null || Literal(next) is null)
            {
                Text(builder, text.AsSpan());
            }
            else
            {
                // Whatever could have been markup and is none divides the text: a name in it may go on behind.
                var parts = new StringBuilder();
                for (parts.Append(text.AsSpan()); next is not null && Literal(next) is { } more; next = Next(next))
                {
                    parts.Append(more.AsSpan());
                }

                Text(builder, parts.ToString());
            }

            inline = next;
        }
    }

    /// <summary>The text that an inline is, or null.</summary>
    private static StringSlice? Literal(Inline inline) => inline switch
    {
        LiteralInline literal => literal.Content,
        HtmlEntityInline entity => entity.Transcoded,
        DelimiterInline delimiter => new StringSlice(delimiter.ToLiteral()),
        _ => null,
    };

    /// <summary>
    /// What is read next. What follows a delimiter without partner hangs below it, and thousands of those would be as many calls.
    /// </summary>
    private static Inline? Next(Inline inline)
    {
        if (inline is DelimiterInline { FirstChild: { } child })
        {
            return child;
        }

        while (inline.NextSibling is null && inline.Parent is DelimiterInline parent)
        {
            inline = parent;
        }

        return inline.NextSibling;
    }

    private void One(StorageBuilder builder, Inline inline, SourceSpan place)
    {
        if (inline is LinkInline)
        {
            session.Place = inline.Span.Start;
        }

        switch (inline)
        {
            case CodeInline code:
                builder.Text.Append("<code>").AppendText(Unescaped(code, code.Content)).Append("</code>");
                break;
            case LineBreakInline line:
                builder.Text.Append(line.IsHard ? "<br />" : " ");
                break;
            case EmphasisInline emphasis:
                var name = emphasis.DelimiterChar == '~' ? "del" : emphasis.DelimiterCount == 2 ? "strong" : "em";
                var start = builder.Text.Length;
                Scope(builder, emphasis, place);
                if (LooseText.MayHoldBlock(builder.Text.Since(start)))
                {
                    var body = builder.Text.Take(start);
                    builder.Text.Append(LooseText.Marked(name, "", body) ?? StorageElement.Of(name, "", body));
                    break;
                }

                builder.Text.Wrap(name, start);
                break;
            case LinkInline { IsImage: true } image:
                builder.Text.Append(
                    ImageReader.Read(session, image.Url ?? "", StorageElement.PlainText(Verbatim(builder, image, place)), Title(image)));
                break;
            case LinkInline { IsAutoLink: true, Url: { } url } bare:
                var address = StorageElement.PlainText(Verbatim(builder, bare, place));
                Bare(builder, Unescaped(bare, url), Unescaped(bare, address));
                break;
            case LinkInline link:
                builder.Text.Append(LinkReader.Read(session, link.Url ?? "", Inside(builder, link, place), Title(link)));
                break;
            case AutolinkInline { IsEmail: false } active when LinkSafety.IsActive(active.Url):
                session.Place = active.Span.Start;
                session.ReportAddress(active.Url);
                builder.Text.AppendText(active.Url);
                break;
            case AutolinkInline autolink:
                var shown = Entities.EncodeText(autolink.Url);
                builder.Text.Append(
                    $"<a href=\"{(autolink.IsEmail ? "mailto:" : "")}{Entities.EncodeAttribute(autolink.Url)}\">{shown}</a>");
                break;
            case FootnoteReference note:
                builder.Text.Append(session.Footnotes?.Find(note.Name) is { } found
                    ? FootnoteReader.Reference(found.Name, found.Number, builder.InLink)
                    : Entities.EncodeText($"[^{note.Name}]"));
                break;
            case HtmlInline html:
                if (builder.InLink && html.Tag.StartsWith("<a", StringComparison.OrdinalIgnoreCase))
                {
                    ImpliedEnds.Find(session.Source(place), builder.Implied);
                }

                var behind = Math.Min(html.Span.End + 1, session.Markdown.Length);
                var rest = Math.Max(0, Math.Min(place.End - html.Span.End, session.Markdown.Length - html.Span.End - 1));
                HtmlReader.Read(builder, html.Tag, session.Markdown.AsSpan(behind, rest), html.Span.Start);
                break;
            case TaskList:
                break;
            case ContainerInline container:
                Children(builder, container, place);
                break;
            default:
                builder.Text.AppendText(inline.ToString());
                break;
        }
    }

    /// <summary>Text, in which GitHub links e-mail addresses and shows emoji for their names.</summary>
    private void Text(StorageBuilder builder, ReadOnlySpan<char> text)
    {
        if (session.IsVerbatim)
        {
            builder.Text.AppendText(text);
            return;
        }

        for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@'))
        {
            var (start, length) = BareAddress.Email(text, at);
            if (length == 0 || builder.InLink)
            {
                builder.Words(text[..(at + 1)]);
                text = text[(at + 1)..];
                continue;
            }

            builder.Words(text[..start]);
            var address = text.Slice(start, length).ToString();
            Bare(builder, BareAddress.TargetOf(address), address);
            text = text[(start + length)..];
        }

        builder.Words(text);
    }

    /// <summary>An address that nothing marks is a link, unless it is none in the page.</summary>
    private void Bare(StorageBuilder builder, string target, string text)
    {
        if (builder.InLink || session.IsPlain(text))
        {
            builder.Text.AppendText(text);
            return;
        }

        builder.Text.Append("<a href=\"").Append(Entities.EncodeAttribute(target)).Append("\">").AppendText(text).Append("</a>");
    }

    private void Scope(StorageBuilder builder, ContainerInline inline, SourceSpan place)
    {
        var scope = builder.Begin();
        Children(builder, inline, place);
        builder.End(scope);
    }

    /// <summary>The storage of a link's text, in which nothing is linked of itself.</summary>
    private string Inside(StorageBuilder builder, ContainerInline inline, SourceSpan place)
    {
        var start = builder.Text.Length;
        session.Brackets++;
        Scope(builder, inline, place);
        session.Brackets--;
        return builder.Text.Take(start);
    }

    /// <summary>The same where the text is no text on GitHub, but an address or what stands for a picture.</summary>
    private string Verbatim(StorageBuilder builder, ContainerInline inline, SourceSpan place)
    {
        var before = session.IsVerbatim;
        session.IsVerbatim = true;
        var text = Inside(builder, inline, place);
        session.IsVerbatim = before;
        return text;
    }

    /// <summary>What no backslash counts in. In a table one before a pipe belongs to the table, and counts even there.</summary>
    private static string Unescaped(Inline inline, string text)
    {
        while (inline.Parent is { } parent)
        {
            inline = parent;
        }

        return inline is ContainerInline { ParentBlock.Parent: TableCell } ? text.Replace("\\|", "|") : text;
    }

    private static string? Title(LinkInline link) => string.IsNullOrEmpty(link.Title) ? null : link.Title;
}
