using DocsPipeline.Sandbox.TradingGrid.Answers;
using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Network;

namespace DocsPipeline.Sandbox.TradingGrid.Operations;

/// <summary>Questions and their answers.</summary>
internal sealed class QuestionRoutes(Grid grid)
{
    private const string Path = "/v1/communities/{communityId}/questions";

    public IEnumerable<ApiRoute> Routes =>
    [
        new("GET", Path, Scopes.CollaborationRead, List) { Query = ["limit", "cursor", "partner", "answered"] },
        new("GET", $"{Path}/{{questionId}}", Scopes.CollaborationRead, request => ApiAnswer.Of(Get(request))),
        new("POST", $"{Path}/{{questionId}}/answer", Scopes.CollaborationWrite, Answer),
        new("PUT", $"{Path}/{{questionId}}/external-refs/{{system}}", Scopes.CollaborationWrite, Refer),
    ];

    private Question Get(ApiRequest request) => grid.Store.Get<Question>(request.Community, request.Route("questionId"));

    private ApiAnswer List(ApiRequest request)
    {
        grid.Community(request.Community);
        var answered = request.QueryWord("answered", ["true", "false"]);
        return grid.Listing.Answer<Question>(
            request, question => question, question => answered is null || (question.Answer is not null) == (answered == "true"),
            request.Query("partner"));
    }

    private ApiAnswer Answer(ApiRequest request)
    {
        var question = Get(request);
        var body = request.Json<AnswerBody>(AnswerShapes.Answer);
        if (question.Answer is not null)
        {
            throw Problem.Conflict("question_is_answered", "The question is answered already.");
        }

        if (body.Document is { } id && grid.Publications.Find(request.Community, id) is null)
        {
            throw Problem.Field("/document", "unknown_document", $"There is no document {id}.");
        }

        var answer = new QuestionAnswer(body.Body, body.Document, grid.Clock.GetUtcNow(), request.Actor);
        var saved = grid.Store.Save(request.Community, question with { Answer = answer });
        grid.Feed.Append(request.Community, "question.answered", request.Actor, saved, saved.PartnerId);
        return ApiAnswer.Of(saved);
    }

    private ApiAnswer Refer(ApiRequest request)
    {
        var question = Get(request);
        var reference = request.Reference();
        return ApiAnswer.Of(question.ExternalRefs.Contains(reference)
            ? question : grid.Store.Save(request.Community, question with { ExternalRefs = reference.In(question.ExternalRefs) }));
    }

    private sealed record AnswerBody(string Body, string? Document);
}
