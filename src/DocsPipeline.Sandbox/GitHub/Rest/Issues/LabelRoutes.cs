using DocsPipeline.Sandbox.GitHub.Store;
using DocsPipeline.Sandbox.GitHub.Wire;

namespace DocsPipeline.Sandbox.GitHub.Rest.Issues;

/// <summary>The labels of a repository.</summary>
internal static class LabelRoutes
{
    public static void MapLabels(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/labels", (Call call) => call.Page(call.State.Labels.All(call.Repository), label => call.Wire(label)));
        repository.MapPost("/labels", Create);
        repository.MapGet("/labels/{name}", (Call call) => new Answer(call.Wire(call.FindLabel(call.Route("name")))));
        repository.MapPatch("/labels/{name}", Update);
        repository.MapDelete("/labels/{name}", Remove);
    }

    private static Answer Create(Call call)
    {
        call.Demand(Permission.Write);
        var (name, color, description) = (call.Body.Text("name"), Color(call) ?? "ededed", Description(call));
        if (call.State.Labels.Find(call.Repository, name) is not null)
        {
            throw Refusal.Field("Label", "name", "already_exists");
        }

        return string.IsNullOrWhiteSpace(name)
            ? throw Refusal.Field("Label", "name", "missing_field")
            : Answer.Created(call.Wire(call.State.Labels.Add(call.Repository, name, color, description)));
    }

    private static Answer Update(Call call)
    {
        call.Demand(Permission.Write);
        var label = call.FindLabel(call.Route("name"));
        var name = call.Body.TextOrNull("new_name") ?? label.Name;
        if (call.State.Labels.Find(call.Repository, name) is { } other && other.Id != label.Id)
        {
            throw Refusal.Field("Label", "name", "already_exists");
        }

        var changed = label with
        {
            Name = name,
            Color = Color(call) ?? label.Color,
            Description = call.Body.Has("description") ? Description(call) : label.Description,
        };
        call.State.Labels.Save(changed);
        return new Answer(call.Wire(changed));
    }

    private static Answer Remove(Call call)
    {
        call.Demand(Permission.Write);
        call.State.Labels.Remove(call.FindLabel(call.Route("name")));
        return Answer.NoContent;
    }

    private static string? Color(Call call) => call.Body.TextOrNull("color") switch
    {
        null => null,
        { Length: 6 } color when color.All(char.IsAsciiHexDigit) => color.ToLowerInvariant(),
        _ => throw Refusal.Field("Label", "color", "invalid"),
    };

    private static string? Description(Call call) => call.Body.TextOrNull("description") is { Length: > 100 }
        ? throw Refusal.Field("Label", "description", "custom", "description is too long (maximum is 100 characters)")
        : call.Body.TextOrNull("description");
}
