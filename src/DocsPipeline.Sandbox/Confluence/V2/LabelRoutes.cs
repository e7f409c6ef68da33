using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>Reading labels; only v1 can write them.</summary>
internal static class LabelRoutes
{
    public static void MapLabels(this ApiRoutes routes, Library library)
    {
        routes.Get("labels", call =>
        {
            var ids = call.Ids("label-id");
            return List(call, library.Labels.All().Where(label => ids.Count == 0 || ids.Contains($"{label.Id}")));
        });
        routes.Get("pages/{id}/labels", call => List(call, library.Labels.Of(library.Readable(call.Id(), call.Account, false).Id)));
        routes.Get(
            "attachments/{id}/labels",
            call => List(call, library.Labels.Of(library.ReadableAttachment(call.Route("id"), call.Account).Id)));
    }

    private static IResult List(Call call, IEnumerable<Label> labels)
    {
        var prefix = call.Choice("prefix", "my", "team", "global", "system");
        var sort = call.Choice("sort", "created-date", "-created-date", "id", "-id", "name", "-name");
        labels = labels.Where(label => prefix is null || label.Prefix == prefix);
        labels = sort?.TrimStart('-') == "name" ? labels.OrderBy(label => label.Name, StringComparer.Ordinal) : labels;
        return Listing.Slice(call, [.. sort is ['-', ..] ? labels.Reverse() : labels], label => $"{label.Id}", V2Shapes.Of);
    }
}
