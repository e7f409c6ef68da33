using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>Listings of pages: of all, of a space, with a label.</summary>
internal static class PageListRoutes
{
    private static readonly string[] Orders = [
        "id", "-id", "created-date", "-created-date", "modified-date", "-modified-date", "title", "-title"];

    public static void MapPageLists(this ApiRoutes routes, Library library)
    {
        routes.Get("pages", call => Answer(call, library, new PageQuery { Ids = call.Ids("id"), Spaces = call.Ids("space-id") }));
        routes.Get("spaces/{id}/pages", call => Answer(call, library, new PageQuery
        {
            Spaces = [library.Spaces.Get(call.Id()).Id],
            RootOnly = call.Choice("depth", "all", "root") == "root",
        }));
        routes.Get(
            "labels/{id}/pages",
            call => Answer(call, library, new PageQuery { LabelId = long.Parse(call.Id()), Spaces = call.Ids("space-id") }));
    }

    private static IResult Answer(Call call, Library library, PageQuery query)
    {
        var statuses = call.Choices("status", "current", "archived", "deleted", "trashed");
        var format = call.Choice("body-format", "storage");
        var sort = call.Choice("sort", Orders) ?? "id";
        var cursor = Cursor.Read(call.Query("cursor"));
        var limit = call.Limit();
        var pages = Visible(library, call.Account, limit + 1, query with
        {
            Statuses = statuses.Count > 0 ? statuses : query.Statuses,
            Title = call.Query("title"),
            Sort = sort,
            Bodies = format is not null,
            After = cursor is null ? null : (cursor.Value, cursor.Id),
            Limit = limit + 1,
        });
        var spaces = library.Spaces.All().ToDictionary(space => space.Id);
        var next = pages.Count > limit ? After(pages[limit - 1], sort) : null;
        return Listing.Answer(call, Json.Array(pages.Take(limit), page => PageShape.Of(page, spaces[page.SpaceId], format)), next);
    }

    // Hidden pages leave no gaps: the listing goes on until it has enough that the caller may read.
    private static List<Page> Visible(Library library, Account account, int wanted, PageQuery query)
    {
        var found = new List<Page>();
        while (true)
        {
            var part = library.Pages.List(query);
            found.AddRange(library.Restrictions.Readable(part, account));
            if (found.Count >= wanted || part.Count < query.Limit)
            {
                return found;
            }

            var last = After(part[^1], query.Sort);
            query = query with { After = (last.Value, last.Id) };
        }
    }

    private static Cursor After(Page page, string sort) => new(
        sort.TrimStart('-') switch
        {
            "created-date" => page.CreatedAt,
            "modified-date" => page.ModifiedAt,
            "title" => page.Title,
            _ => page.Id,
        },
        page.Id);
}
