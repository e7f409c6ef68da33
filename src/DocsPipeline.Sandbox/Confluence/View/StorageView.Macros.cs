using System.Xml.Linq;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.Confluence.View;

/// <content>Macros: those that readers know look like themselves, the others say their name.</content>
internal sealed partial class StorageView
{
    private Html Macro(XElement macro)
    {
        var name = Attribute(macro, "name") ?? "";
        var title = Parameter(macro, "title");
        return name switch
        {
            "info" => Notice("blue", title, Rich(macro)),
            "tip" => Notice("green", title, Rich(macro)),
            "note" => Notice("yellow", title, Rich(macro)),
            "warning" => Notice("red", title, Rich(macro)),
            "panel" => Notice("grey", title, Rich(macro)),
            "status" => Html.Of($"""<span class="tag {Colour(Parameter(macro, "colour"))}">{title}</span>"""),
            "code" or "noformat" => Code(title, macro),
            "expand" => Html.Of($"<details><summary>{title ?? "Click here to expand…"}</summary>{Rich(macro)}</details>"),
            "details" =>
                Html.Of(
                    $"""
                    <section class="macro" aria-label="Page properties"><p class="macro-name">Page properties</p>{Rich(macro)}</section>
                    """),
            "excerpt" =>
                Html.Of(
                    $"""
                    <section class="macro" aria-label="Excerpt"><p class="macro-name">Excerpt
                    {Parameter(macro, "name")}</p>{Rich(macro)}</section>
                    """),
            "children" => Children(),
            "anchor" => Html.Of($"""<span id="{Parameter(macro, "")}"></span>"""),
            _ => Other(name, macro),
        };
    }

    private Html Other(string name, XElement macro) =>
        macro
            .Element(Ac + "rich-text-body") is { } body ? Html
            .Of($"""<section class="macro"><p class="macro-name">Macro {name}</p>{Content(body)}</section>""")
        : macro
            .Element(Ac + "plain-text-body") is { } text ? Html
            .Of(
                $"""
                <section class="macro"><p class="macro-name">Macro {name}</p><pre tabindex="0"><code>{text.Value}</code></pre></section>
                """)
        : Html.Of($"""<span class="tag grey">Macro {name}</span>""");

    private Html Rich(XElement macro) => macro.Element(Ac + "rich-text-body") is { } body ? Content(body) : Html.Empty;

    private static Html Code(string? title, XElement macro) => Html.Of($"""
        <figure class="code">{(title is null ? Html.Empty : Html.Of($"<figcaption>{title}</figcaption>"))}<pre
        tabindex="0"><code>{macro.Element(Ac + "plain-text-body")?.Value}</code></pre></figure>
        """);

    private Html Children()
    {
        var children = library.Tree.Children(page.Id);
        return children.Count == 0
            ? Html.Empty
            : Html.Of($"<ul>{Html.Each(children, child => Html.Of($"<li>{PageAddress.Link(child, space)}</li>"))}</ul>");
    }

    private static string? Parameter(XElement macro, string name) =>
        macro.Elements(Ac + "parameter").FirstOrDefault(parameter => Attribute(parameter, "name") == name)?.Value;

    private static string Colour(string? colour) => colour?.ToLowerInvariant() switch
    {
        "red" => "red",
        "yellow" => "yellow",
        "green" => "green",
        "blue" => "blue",
        "purple" => "purple",
        _ => "grey",
    };

    private Html Link(XElement link)
    {
        var body = link.Element(Ac + "link-body") is { } rich
            ? Content(rich)
            : Html.Of($"{link.Element(Ac + "plain-text-link-body")?.Value}");
        return link.Elements().FirstOrDefault(child => child.Name.Namespace == Ri) switch
        {
            { Name.LocalName: "page" } target => ToPage(target, body),
            { Name.LocalName: "user" } target =>
                Html.Of($"""<span class="tag blue">@{Accounts.NameOf((string?)target.Attribute(Ri + "account-id") ?? "")}</span>"""),
            { Name.LocalName: "attachment" } target => ToAttachment((string?)target.Attribute(Ri + "filename") ?? "", body),
            { Name.LocalName: "space" } target =>
                Html.Of(
                    $"""
                    <a href="/wiki/spaces/{(string?)target.Attribute(Ri + "space-key")}">{Or(body,
                    (string?)target.Attribute(Ri + "space-key"))}</a>
                    """),
            _ when Attribute(link, "anchor") is { } anchor => Html.Of($"""<a href="#{anchor}">{Or(body, anchor)}</a>"""),
            _ => body,
        };
    }

    private Html ToPage(XElement target, Html body)
    {
        var title = (string?)target.Attribute(Ri + "content-title") ?? "";
        var key = (string?)target.Attribute(Ri + "space-key") ?? space.Key;
        var found = library.Spaces.FindByKey(key) is { } other ? library.Pages.FindByTitle(other.Id, title) : null;
        return found is null
            ? Html.Of($"""<span class="missing" title="There is no page with this title">{Or(body, title)}</span>""")
            : Html.Of($"""<a href="{PageAddress.Of(found, library.Spaces.Get(found.SpaceId))}">{Or(body, title)}</a>""");
    }

    private Html ToAttachment(string name, Html body) => library.Attachments.FindByTitle(page.Id, name) is { } attachment
        ? Html.Of($"""<a href="{address(attachment)}">{Or(body, name)}</a>""")
        : Html.Of($"""<span class="missing" title="There is no such attachment">{Or(body, name)}</span>""");

    private static Html Or(Html body, string? otherwise) => string.IsNullOrWhiteSpace(body.Text) ? Html.Of($"{otherwise}") : body;

    private Html Image(XElement image)
    {
        var name = (string?)image.Element(Ri + "attachment")?.Attribute(Ri + "filename");
        var alt = Attribute(image, "alt") ?? name ?? "";
        var caption = image.Element(Ac + "caption") is { } text ? Html.Of($"<figcaption>{Content(text)}</figcaption>") : Html.Empty;
        return name is not null && library.Attachments.FindByTitle(page.Id, name) is { } attachment
            ? Html.Of($"""<figure><img src="{address(attachment)}" alt="{alt}" loading="lazy">{caption}</figure>""")
            : Html.Of($"""<figure><span class="missing">Image {name ?? "from elsewhere"}: {alt}</span>{caption}</figure>""");
    }
}
