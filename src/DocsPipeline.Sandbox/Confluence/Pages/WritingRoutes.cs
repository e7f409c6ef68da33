using System.Globalization;
using System.Text.Encodings.Web;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.View;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.Confluence.Pages;

/// <summary>
/// What a person may do as the writer: edit, create, comment, throw away, restore. Forms come from the sandbox's own pages only.
/// </summary>
internal static class WritingRoutes
{
    public static void MapWriting(this IEndpointRouteBuilder routes, Library library)
    {
        var space = routes.MapGroup("/wiki/spaces/{key}/pages");
        space.MapGet("edit-v2/{id}", (string key, string id) => Edit(library, key, id));
        space.MapPost("edit-v2/{id}", (string key, string id, HttpContext context) => Form(context, form => Save(library, key, id, form)));
        space.MapGet("create", (string key, string? parent) => Create(library, key, parent));
        space.MapPost(
            "create", (string key, string? parent, HttpContext context) => Form(context, form => Add(library, key, parent, form)));
        space.MapPost("{id}/comments", (string key, string id, HttpContext context) => Form(context, form => On(library, key, id, page =>
            library.Comments.Create(
                "footer", page.Id, null, $"<p>{HtmlEncoder.Default.Encode(form["comment"].ToString())}</p>", Accounts.Writer))));
        space.MapPost(
            "{id}/trash", (string key, string id, HttpContext context) => Form(context, _ => On(library, key, id, library.Writer.Trash)));
        space.MapPost("{id}/restore", (string key, string id, HttpContext context) => Form(context, _ => On(library, key, id, page =>
            library.Writer.Update(
                page, page.Title, page.Body!, page.Version.Number + 1, "Restored from the trash", false, null, Accounts.Writer))));
    }

    private static async Task<IResult> Form(HttpContext context, Func<IFormCollection, IResult> act)
    {
        context.SetActor(Accounts.Writer.Login);
        return act(context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty);
    }

    private static IResult On(Library library, string key, string id, Action<Page> act)
    {
        if (library.Pages.Find(id) is not { } page)
        {
            return ReadingRoutes.Missing();
        }

        try
        {
            act(page);
        }
        catch (Refusal refusal)
        {
            return new HtmlPage(
                "Not done",
                Html.Of($"<h1>Not done</h1><p>{refusal.Message}</p><p><a href=\"/wiki/spaces/{key}/pages/{id}\">Back to the page</a></p>"))
            {
                System = ("Confluence", "/wiki/"), Status = refusal.Status,
            };
        }

        return SeeOther($"/wiki/spaces/{key}/pages/{id}");
    }

    private static HtmlPage Edit(Library library, string key, string id)
    {
        if (library.Pages.Find(id) is not { IsPage: true } page || library.Spaces.FindByKey(key) is not { } space)
        {
            return ReadingRoutes.Missing();
        }

        // Somebody's unpublished changes are where editing goes on.
        var draft = library.Pages.FindDraft(id);
        return new EditForm(
            space, PageAddress.Edit(page, space), PageAddress.Of(page, space), draft?.Title ?? page.Title, draft?.Body ?? page.Body!,
            page.Version.Number, null).Render();
    }

    private static IResult Save(Library library, string key, string id, IFormCollection form)
    {
        if (library.Pages.Find(id) is not { IsPage: true } page || library.Spaces.FindByKey(key) is not { } space)
        {
            return ReadingRoutes.Missing();
        }

        var (title, body) = (form["title"].ToString().Trim(), Body(form));
        var seen = int.TryParse(form["version"], CultureInfo.InvariantCulture, out var number) ? number : page.Version.Number;
        try
        {
            library.Writer.Update(
                page, title, body, page.Status == "draft" ? seen : seen + 1, form["message"].ToString(), false, null, Accounts.Writer);
            library.Writer.DropDraft(page.Id);
            return SeeOther(PageAddress.Of(page, space));
        }
        catch (Refusal refusal)
        {
            return new EditForm(space, PageAddress.Edit(page, space), PageAddress.Of(page, space), title, body, seen, refusal.Message)
                .Render();
        }
    }

    private static HtmlPage Create(Library library, string key, string? parent) => library.Spaces.FindByKey(key) is { } space
        ? new EditForm(space, Action(space, parent), $"/wiki/spaces/{key}", "", "<p></p>", null, null).Render()
        : ReadingRoutes.Missing();

    private static IResult Add(Library library, string key, string? parent, IFormCollection form)
    {
        if (library.Spaces.FindByKey(key) is not { } space)
        {
            return ReadingRoutes.Missing();
        }

        var (title, body) = (form["title"].ToString().Trim(), Body(form));
        try
        {
            return SeeOther(PageAddress.Of(library.Writer.Create("page", space.Id, parent, title, body, Accounts.Writer), space));
        }
        catch (Refusal refusal)
        {
            return new EditForm(space, Action(space, parent), $"/wiki/spaces/{key}", title, body, null, refusal.Message).Render();
        }
    }

    // A browser sends every line break of a text area as CR LF; storage format has LF.
    private static string Body(IFormCollection form) => form["body"].ToString().ReplaceLineEndings("\n");

    private static string Action(Space space, string? parent) =>
        $"/wiki/spaces/{space.Key}/pages/create" + (parent is null ? "" : $"?parent={Uri.EscapeDataString(parent)}");

    // 303: a reload after saving must not save again.
    private static SeeOtherResult SeeOther(string address) => new SeeOtherResult(address);

    private sealed class SeeOtherResult(string address) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
            httpContext.Response.Headers.Location = address;
            return Task.CompletedTask;
        }
    }
}
