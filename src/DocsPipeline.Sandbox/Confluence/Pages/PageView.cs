using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;
using DocsPipeline.Sandbox.Confluence.View;
using DocsPipeline.Sandbox.Web;
using Version = DocsPipeline.Sandbox.Confluence.Content.Version;

namespace DocsPipeline.Sandbox.Confluence.Pages;

/// <summary>A page as people read it: title, state, body, files, comments, history.</summary>
internal sealed class PageView(Library library, MediaLinks media)
{
    public HtmlPage Render(Page page)
    {
        var space = library.Spaces.Get(page.SpaceId);
        return new HtmlPage($"{page.Title} · {space.Name}", Html.Of($"""
            <div class="with-tree">
            <article>
            <h1>{page.Title}</h1>
            {About(page)}
            {Actions(page, space)}
            <div class="card body">{(page.IsPage ? StorageView.Render(page, library, Address) :
            Html.Of($"<p class=\"soft\">A {page.Type} has no text of its own.</p>"))}</div>
            {Attachments(page)}
            {Comments(page, space)}
            {History(page, space)}
            </article>
            {TreeView.Render(library, space, page.Id)}
            </div>
            """))
        { System = ("Confluence", "/wiki/"), Wide = true, Aside = Html.Of($"as {Accounts.Writer.Name}") };
    }

    private string Address(Attachment attachment) => media.Sign(attachment, attachment.Version.Number);

    private Html About(Page page)
    {
        var readers = library.Restrictions.Of(page.Id, "read");
        var draft = page.Status != "historical" && library.Pages.FindDraft(page.Id) is not null;
        return Html.Of($"""
            <p class="meta">Version {page.Version.Number} by {Accounts.NameOf(page.Version.AuthorId)}, <time
            datetime="{page.Version.CreatedAt}">{page.Version.CreatedAt[..10]} {page.Version.CreatedAt[11..16]} UTC</time>
            {(page.Version.Message.Length > 0 ? Html.Of($"· {page.Version.Message}") : Html.Empty)}
            {Tag(page.Status != "current", "grey", page.Status)}{Tag(readers.Count > 0, "red", $"only for {string.Join(", ",
              readers.Select(Accounts.NameOf))}")}{Tag(draft, "yellow", "unpublished changes")}
            {Html.Each(library.Labels.Of(page.Id), label => Tag(true, "blue", label.Name))}</p>
            """);
    }

    private static Html Tag(bool there, string colour, string text) =>
        there ? Html.Of($"""<span class="tag {colour}">{text}</span> """) : Html.Empty;

    private static Html Actions(Page page, Space space) => page switch
    {
        { Status: "historical" } =>
            Html.Of(
                $"""
                <div class="actions"><a class="button quiet" href="/wiki/spaces/{space.Key}/pages/{page.Id}">Show the newest version</a>
                </div>
                """),
        { Status: "trashed" } =>
            Html.Of(
                $"""
                <div class="actions"><form method="post" action="/wiki/spaces/{space.Key}/pages/{page.Id}/restore">
                <button>Restore from the trash</button></form></div>
                """),
        { IsPage: false } => Html.Empty,
        _ => Html.Of($"""
            <div class="actions"><a class="button" href="{PageAddress.Edit(page, space)}">Edit</a>
            <a class="button quiet" href="/wiki/spaces/{space.Key}/pages/create?parent={page.Id}">New page below</a>
            <details class="inline"><summary>Move to the trash</summary><form method="post"
            action="/wiki/spaces/{space.Key}/pages/{page.Id}/trash"><button class="danger">Yes, move it</button></form></details></div>
            """),
    };

    private Html Attachments(Page page)
    {
        var files = library.Attachments.Of(page.Id);
        return files.Count == 0 ? Html.Empty : Html.Of($"""
            <h2>Attachments</h2>
            <ul>{Html.Each(files, file => Html.Of($"""
                <li><a href="{Address(file)}">{file.Title}</a>
                <span class="soft">{file.Kind}, {file.Size:N0} bytes, version {file.Version.Number}</span></li>
                """))}</ul>
            """);
    }

    private Html Comments(Page page, Space space)
    {
        var inline = library.Comments.Of(page.Id, "inline");
        var footer = library.Comments.Of(page.Id, "footer");
        return Html.Of($"""
            <h2>Comments</h2>
            {(inline.Count + footer.Count == 0 ? Html.Raw("<p class=\"soft\">None yet.</p>") : Html.Empty)}
            {Html.Each(inline, comment => Comment(page, comment))}{Html.Each(footer, comment => Comment(page, comment))}
            <form method="post" action="/wiki/spaces/{space.Key}/pages/{page.Id}/comments" class="card">
            <label for="comment">Write a comment as {Accounts.Writer.Name}</label>
            <textarea id="comment" name="comment" rows="3" required></textarea>
            <div class="actions"><button>Comment</button></div></form>
            """);
    }

    private Html Comment(Page page, Comment comment) => Html.Of($"""
        <div class="card comment"><p class="meta"><strong>{Accounts.NameOf(comment.AuthorId)}</strong> {comment.CreatedAt[..10]}
        {(comment.Selection is null ? Html.Empty :
        Html.Of($"on <mark>{comment.Selection}</mark> <span class=\"tag grey\">{library.Comments.ResolutionOf(comment)}</span>"))}</p>
        {StorageView.Render(page, comment.Body, library, Address)}
        {Html.Each(library.Comments.Replies(comment.Id), reply => Comment(page, reply))}</div>
        """);

    private Html History(Page page, Space space)
    {
        return Html.Of(
            $"""
            <details><summary>History and source</summary><ul>{Html.Each(library.Pages.Versions(page.Id), Entry)}</ul>
            <h3>Storage format</h3><pre tabindex="0"><code>{page.Body}</code></pre></details>
            """);

        Html Entry(Version version) => Html.Of($"""
            <li><a href="/wiki/spaces/{space.Key}/pages/{page.Id}?version={version.Number}">Version {version.Number}</a> <span
            class="soft">{Accounts.NameOf(version.AuthorId)}, {version.CreatedAt[..10]} {version.Message}</span></li>
            """);
    }
}
