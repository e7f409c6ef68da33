using DocsPipeline.Sandbox.TradingGrid.Answers;
using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Documents;
using DocsPipeline.Sandbox.TradingGrid.Network;

namespace DocsPipeline.Sandbox.TradingGrid.Operations;

/// <summary>Test runs and their certification.</summary>
internal sealed class TestRunRoutes(Grid grid)
{
    private const string Path = "/v1/communities/{communityId}/test-runs";

    public IEnumerable<ApiRoute> Routes =>
    [
        new("GET", Path, Scopes.CollaborationRead, List) { Query = ["limit", "cursor", "partner", "planId"] },
        new("POST", Path, Scopes.DeskManage, Record),
        new("GET", $"{Path}/{{testRunId}}", Scopes.CollaborationRead, request => ApiAnswer.Of(Get(request))),
        new("POST", $"{Path}/{{testRunId}}/certify", Scopes.DeskManage, Certify),
        new("PUT", $"{Path}/{{testRunId}}/external-refs/{{system}}", Scopes.CollaborationWrite, Refer),
    ];

    private TestRun Get(ApiRequest request) => grid.Store.Get<TestRun>(request.Community, request.Route("testRunId"));

    private ApiAnswer List(ApiRequest request)
    {
        grid.Community(request.Community);
        var plan = request.Query("planId");
        return grid.Listing.Answer<TestRun>(request, run => run, run => plan is null || run.PlanId == plan, request.Query("partner"));
    }

    private ApiAnswer Record(ApiRequest request)
    {
        grid.Community(request.Community);
        var wanted = request.Json<TestRun>(AnswerShapes.TestRun);
        grid.Membership.DemandPartner(request.Community, wanted.PartnerId, "/partnerId");
        foreach (var (index, result) in wanted.Results
            .Index()
            .Where(result => wanted.Results.Take(result.Index).Any(other => other.TestCaseId == result.Item.TestCaseId)))
        {
            throw Problem.Field($"/results/{index}/testCaseId", "duplicate", $"{result.TestCaseId} has a result already.");
        }

        var document = wanted.Document is { } id
            ? grid.Publications.Find(request.Community, id)
                ?? throw Problem.Field("/document", "unknown_document", $"There is no document {id}.") : null;
        var plan = document is null
            ? null
            : grid.Publications.Revision(request.Community, document, document.PublishedRevision)?.Draft.TestPlan;
        var recorded = grid.Inbox.Record(request.Community, wanted with { Revision = document?.PublishedRevision }, plan, request.Actor);
        return ApiAnswer.Of(recorded, status: 201) with { Location = $"{request.Http.Request.Path}/{recorded.Id}" };
    }

    private ApiAnswer Certify(ApiRequest request)
    {
        var run = Get(request);
        var validUntil = DateOnly.Parse(request.Json(AnswerShapes.Certify).GetProperty("validUntil").GetString()!);
        if (run.Outcome != "passed")
        {
            throw Problem.Conflict("run_has_not_passed", $"The run is {run.Outcome}.");
        }

        var saved = grid.Store.Save(
            request.Community, run with { Certification = new Certification(grid.Clock.GetUtcNow(), request.Actor, validUntil) });
        grid.Feed.Append(request.Community, "testrun.certified", request.Actor, saved, saved.PartnerId);
        return ApiAnswer.Of(saved);
    }

    private ApiAnswer Refer(ApiRequest request)
    {
        var run = Get(request);
        var reference = request.Reference();
        return ApiAnswer.Of(run.ExternalRefs.Contains(reference)
            ? run : grid.Store.Save(request.Community, run with { ExternalRefs = reference.In(run.ExternalRefs) }));
    }
}
