using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.Confluence.Pages;

/// <summary>The writer's desk: title and storage XML in plain fields.</summary>
internal sealed record EditForm(Space Space, string Action, string Back, string Title, string Body, int? Version, string? Problem)
{
    public HtmlPage Render() => new(Version is null ? "New page" : $"Edit {Title}", Html.Of($"""
        <h1>{(Version is null ? "New page" : "Edit")}</h1>
        {(Problem is null ? Html.Empty :
        Html.Of($"""<div class="notice red" role="alert"><p><strong>Not saved.</strong> {Problem}</p></div>"""))}
        <form method="post" action="{Action}">
        <input type="hidden" name="version" value="{Version}">
        <label for="title">Title</label>
        <input id="title" name="title" type="text" value="{Title}" required maxlength="255">
        <label for="body">Storage format</label>
        <textarea id="body" name="body" class="code" spellcheck="false" aria-describedby="hint">
        {Body}</textarea>
        <p class="soft" id="hint">XML as Confluence stores it, for instance <code>&lt;p&gt;text&lt;/p&gt;</code>. Broken XML is refused.</p>
        <label for="message">What changed (optional)</label>
        <input id="message" name="message" type="text">
        <div class="actions"><button>Save as {Accounts.Writer.Name}</button><a class="button quiet" href="{Back}">Cancel</a></div>
        </form>
        """))
    { System = ("Confluence", "/wiki/"), Status = Problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest };
}
