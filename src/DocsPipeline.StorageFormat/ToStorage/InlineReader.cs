using DocsPipeline.StorageFormat.Scanning;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>Inline Markdown to storage.</summary>
internal sealed class InlineReader(StorageSession session)
{
    /// <summary>Writes the storage of a leaf's inlines.</summary>
    public void Write(ContainerInline? inlines, SourceSpan place)
    {
        var builder = new StorageBuilder(session);
        Children(builder, inlines, place);
        builder.Finish();
    }

    private void Children(StorageBuilder builder, ContainerInline? inlines, SourceSpan place)
    {
        for (var inline = inlines?.FirstChild; inline is not null;)
        {
            if (inline is DelimiterInline delimiter)
            {
                builder.Text.AppendText(delimiter.ToLiteral());
            }
            else
            {
                One(builder, inline, place);
            }

            inline = Next(inline);
        }
    }

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
        switch (inline)
        {
            case LiteralInline literal:
                builder.Text.AppendText(literal.Content.AsSpan());
                break;
            case HtmlEntityInline entity:
                builder.Text.AppendText(entity.Transcoded.AsSpan());
                break;
            case CodeInline code:
                builder.Text.Append("<code>").AppendText(code.Content).Append("</code>");
                break;
            case LineBreakInline line:
                builder.Text.Append(line.IsHard ? "<br />" : " ");
                break;
            case EmphasisInline emphasis:
                var name = emphasis.DelimiterChar == '~' ? "del" : emphasis.DelimiterCount == 2 ? "strong" : "em";
                var start = builder.Text.Open(name);
                Scope(builder, emphasis, place);
                builder.Text.Close(name, start);
                break;
            case LinkInline { IsImage: true } image:
                builder.Text.Append(
                    ImageReader.Read(session, image.Url ?? "", StorageElement.PlainText(Inside(builder, image, place)), Title(image)));
                break;
            case LinkInline link:
                builder.Text.Append(LinkReader.Read(session, link.Url ?? "", Inside(builder, link, place), Title(link)));
                break;
            case AutolinkInline autolink:
                var text = Entities.EncodeText(autolink.Url);
                builder.Text.Append(
                    $"<a href=\"{(autolink.IsEmail ? "mailto:" : "")}{Entities.EncodeAttribute(autolink.Url)}\">{text}</a>");
                break;
            case HtmlInline html:
                var behind = Math.Min(html.Span.End + 1, session.Markdown.Length);
                var rest = Math.Max(0, Math.Min(place.End - html.Span.End, session.Markdown.Length - html.Span.End - 1));
                HtmlReader.Read(builder, html.Tag, session.Markdown.AsSpan(behind, rest));
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

    private void Scope(StorageBuilder builder, ContainerInline inline, SourceSpan place)
    {
        var scope = builder.Begin();
        Children(builder, inline, place);
        builder.End(scope);
    }

    private string Inside(StorageBuilder builder, ContainerInline inline, SourceSpan place)
    {
        var start = builder.Text.Length;
        Scope(builder, inline, place);
        return builder.Text.Take(start);
    }

    private static string? Title(LinkInline link) => string.IsNullOrEmpty(link.Title) ? null : link.Title;
}
