using System.Xml;
using System.Xml.Linq;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Storage;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.Confluence.View;

/// <summary>
/// Storage format as a reader sees it. The HTML is built from an allow-list of elements, so nothing in a page can act; a broken body is
/// shown as its source with the place of the fault.
/// </summary>
internal sealed partial class StorageView
{
    private const int Deepest = 200;

    private static readonly XNamespace Ac = "ac";
    private static readonly XNamespace Ri = "ri";

    private readonly Library library;
    private readonly Page page;
    private readonly Space space;
    private readonly Func<Attachment, string> address;

    private StorageView(Library library, Page page, Func<Attachment, string>? address)
    {
        this.library = library;
        this.page = page;
        space = library.Spaces.Get(page.SpaceId);
        this.address = address ?? (attachment => $"/wiki{AttachmentLinks.Download(attachment)}");
    }

    public static Html Render(Page page, Library library, Func<Attachment, string>? address = null) =>
        Render(page, page.Body ?? "", library, address);

    public static Html Render(Page page, string body, Library library, Func<Attachment, string>? address = null)
    {
        try
        {
            WellFormed.Check(body);
            return Depth(body) > Deepest
                ? Source("The body is nested too deeply to be shown.", body)
                : new StorageView(library, page, address).Content(XElement.Parse(WellFormed.AsXml(body), LoadOptions.PreserveWhitespace));
        }
        catch (MalformedStorage problem)
        {
            return Source(problem.Message, body);
        }
    }

    private static Html Source(string reason, string body) => Html.Of($"""
        <div class="notice red" role="note"><p><strong>This body cannot be shown.</strong> {reason}</p>
        </div><pre tabindex="0"><code>{body}</code></pre>
        """);

    private static int Depth(string body)
    {
        using var reader = XmlReader.Create(new StringReader(WellFormed.AsXml(body)));
        var deepest = 0;
        while (reader.Read())
        {
            deepest = Math.Max(deepest, reader.Depth);
        }

        return deepest;
    }

    private Html Content(XElement element) => Html.Each(element.Nodes(), Node);

    private Html Node(XNode node) => node switch
    {
        XText text => Html.Of($"{text.Value}"),
        XElement element when element.Name.Namespace == Ac => Confluence(element),
        XElement element when element.Name.Namespace == XNamespace.None => Plain(element),
        XElement element => Content(element),
        _ => Html.Empty,
    };

    private Html Confluence(XElement element) => element.Name.LocalName switch
    {
        "structured-macro" or "macro" => Macro(element),
        "link" => Link(element),
        "image" => Image(element),
        "emoticon" => Html.Of($"{Attribute(element, "emoji-fallback") ?? $":{Attribute(element, "name")}:"}"),
        "inline-comment-marker" => Html.Of($"""<mark title="Has an inline comment">{Content(element)}</mark>"""),
        "task-list" => Html.Of($"""<ul class="tasks">{Content(element)}</ul>"""),
        "task" => Task(element),
        "layout" => Content(element),
        "layout-section" => Html.Of($"""<div class="columns">{Content(element)}</div>"""),
        "layout-cell" => Html.Of($"<div>{Content(element)}</div>"),
        "adf-extension" =>
            element.Element(Ac + "adf-node") is { } node
                ? Notice("purple", null, Content(node.Element(Ac + "adf-content") ?? node))
                : Html.Empty,
        "placeholder" => Html.Of($"<em>{Content(element)}</em>"),
        "caption" or "parameter" or "adf-mark" or "adf-fallback" or "adf-attribute" => Html.Empty,
        _ => Content(element),
    };

    private Html Task(XElement task)
    {
        var done = task.Element(Ac + "task-status")?.Value == "complete";
        var body = task.Element(Ac + "task-body");
        return Html.Of(
            $"""
            <li><span role="img" aria-label="{(done ? "done" : "open")}">{(done ? "☑" : "☐")}</span>
            {(body is null ? Html.Empty : Content(body))}</li>
            """);
    }

    private static Html Notice(string colour, string? title, Html body) => Html.Of($"""
        <div class="notice {colour}">{(title is null ? Html.Empty : Html.Of($"<p><strong>{title}</strong></p>"))}{body}</div>
        """);

    private static string? Attribute(XElement element, string name) => (string?)element.Attribute(Ac + name);
}
