using DocsPipeline.Sandbox.TradingGrid.Answers;
using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Network;

namespace DocsPipeline.Sandbox.TradingGrid.Operations;

/// <summary>Feedback and acknowledgements.</summary>
internal sealed class FeedbackRoutes(Grid grid)
{
    private const string FeedbackPath = "/v1/communities/{communityId}/feedback";
    private const string AcknowledgementPath = "/v1/communities/{communityId}/acknowledgements";

    public IEnumerable<ApiRoute> Routes =>
    [
        new("GET", FeedbackPath, Scopes.CollaborationRead, ListFeedback) { Query = ["limit", "cursor", "partner", "document"] },
        new("GET", $"{FeedbackPath}/{{feedbackId}}", Scopes.CollaborationRead, request => ApiAnswer.Of(Get(request))),
        new("PUT", $"{FeedbackPath}/{{feedbackId}}/external-refs/{{system}}", Scopes.CollaborationWrite, Refer),
        new(
            "GET", AcknowledgementPath, Scopes.CollaborationRead,
            ListAcknowledgements) { Query = ["limit", "cursor", "partner", "document"] },
        new("GET", $"{AcknowledgementPath}/{{acknowledgementId}}", Scopes.CollaborationRead, request =>
            ApiAnswer.Ok(grid.Store.Get<Acknowledgement>(request.Community, request.Route("acknowledgementId")).Wire)),
    ];

    private Feedback Get(ApiRequest request) => grid.Store.Get<Feedback>(request.Community, request.Route("feedbackId"));

    private ApiAnswer ListFeedback(ApiRequest request)
    {
        grid.Community(request.Community);
        var document = request.Query("document");
        return grid.Listing.Answer<Feedback>(
            request, feedback => feedback, feedback => document is null || feedback.Document == document, request.Query("partner"));
    }

    private ApiAnswer ListAcknowledgements(ApiRequest request)
    {
        grid.Community(request.Community);
        var document = request.Query("document");
        return grid.Listing.Answer<Acknowledgement>(
            request, made => made.Wire, made => document is null || made.Document == document, request.Query("partner"));
    }

    private ApiAnswer Refer(ApiRequest request)
    {
        var feedback = Get(request);
        var reference = request.Reference();
        return ApiAnswer.Of(feedback.ExternalRefs.Contains(reference)
            ? feedback : grid.Store.Save(request.Community, feedback with { ExternalRefs = reference.In(feedback.ExternalRefs) }));
    }
}
