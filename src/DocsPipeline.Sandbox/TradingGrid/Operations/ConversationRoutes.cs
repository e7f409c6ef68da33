using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Cases;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Network;

namespace DocsPipeline.Sandbox.TradingGrid.Operations;

/// <summary>Comments and files of a case.</summary>
internal sealed class ConversationRoutes(Grid grid, CaseRoutes cases)
{
    public IEnumerable<ApiRoute> Routes =>
    [
        new("GET", $"{CaseRoutes.Path}/{{caseId}}/comments", Scopes.CollaborationRead, List) { Query = ["limit", "cursor"] },
        new("POST", $"{CaseRoutes.Path}/{{caseId}}/comments", Scopes.CollaborationWrite, Add),
        new("PUT", $"{CaseRoutes.Path}/{{caseId}}/comments/{{commentId}}/external-refs/{{system}}", Scopes.CollaborationWrite, Refer),
        new("POST", $"{CaseRoutes.Path}/{{caseId}}/attachments", Scopes.CollaborationWrite, Attach),
    ];

    private ApiAnswer List(ApiRequest request)
    {
        var comments = cases.Get(request).Comments;
        return grid.Listing.Answer(request, after => comments.Index().Skip((int)after), comment => (comment.Index + 1, comment.Item));
    }

    private ApiAnswer Add(ApiRequest request)
    {
        var body = request.Json<CommentBody>(CaseShapes.Comment);
        var (_, comment) = grid.Cases.Comment(
            request.Community, cases.Get(request), body.Body, body.Visibility ?? "internal", request.Actor, grid.NameOf(request.Actor),
            body.ExternalRefs);
        return new ApiAnswer(201, comment);
    }

    private ApiAnswer Refer(ApiRequest request)
    {
        var about = cases.Get(request);
        var comment = about.Comments.FirstOrDefault(comment => comment.Id == request.Route("commentId")) ?? throw Problem.NotFound();
        var reference = request.Reference();
        if (comment.ExternalRefs.Contains(reference))
        {
            return ApiAnswer.Ok(comment);
        }

        var changed = comment with { ExternalRefs = reference.In(comment.ExternalRefs) };
        grid.Store.Save(
            request.Community, about with { Comments = [.. about.Comments.Select(other => other.Id == comment.Id ? changed : other)] });
        return ApiAnswer.Ok(changed);
    }

    private ApiAnswer Attach(ApiRequest request)
    {
        var about = cases.Get(request);
        var body = request.Json<FileBody>(CaseShapes.File);
        if (grid.Attachments.Find(request.Community, body.Sha256) is null)
        {
            throw Problem.Field("/sha256", "unknown_attachment", "Upload the file first.");
        }

        var file = new CaseFile(body.Sha256, body.FileName, body.Visibility ?? "internal", request.Actor, grid.Clock.GetUtcNow());
        return cases.Answer(request, grid.Cases.Attach(request.Community, about, file), 201);
    }

    private sealed record CommentBody(string Body, string? Visibility, IReadOnlyList<ExternalRef>? ExternalRefs);

    private sealed record FileBody(string Sha256, string FileName, string? Visibility);
}
