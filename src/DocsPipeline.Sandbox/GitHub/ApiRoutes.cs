using DocsPipeline.Sandbox.GitHub.Rest;
using DocsPipeline.Sandbox.GitHub.Rest.Actions;
using DocsPipeline.Sandbox.GitHub.Rest.Checks;
using DocsPipeline.Sandbox.GitHub.Rest.Git;
using DocsPipeline.Sandbox.GitHub.Rest.Issues;
using DocsPipeline.Sandbox.GitHub.Rest.Meta;
using DocsPipeline.Sandbox.GitHub.Rest.Organizations;
using DocsPipeline.Sandbox.GitHub.Rest.Pulls;
using DocsPipeline.Sandbox.GitHub.Rest.Repositories;
using DocsPipeline.Sandbox.GitHub.Rest.Search;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub;

/// <summary>The whole REST API, below <c>/api/v3</c> as on GitHub Enterprise.</summary>
internal static class ApiRoutes
{
    public static void MapApi(this IEndpointRouteBuilder routes, GitHubState state, RateLimit limits, ListLag lag)
    {
        var api = routes.MapGroup("/api/v3");
        new ApiPipeline(state, limits).Wrap(api);
        api.MapRoot(limits);
        api.MapUsers();
        api.MapOrganizations();
        api.MapTeams();
        api.MapSearch(lag);

        var repository = api.MapGroup("/repos/{owner}/{repo}");
        repository.MapRepository();
        repository.MapActivity();
        repository.MapEnvironments();
        repository.MapDispatches();
        repository.MapWorkflows();
        repository.MapBranches();
        repository.MapProtection();
        repository.MapContents();
        repository.MapContentWriting();
        repository.MapCommits();
        repository.MapRefs();
        repository.MapGitCommits();
        repository.MapGitTrees();
        repository.MapGitBlobs();
        repository.MapGitTags();
        repository.MapPulls(lag);
        repository.MapPullContents();
        repository.MapMerges();
        repository.MapReviews();
        repository.MapReviewComments();
        repository.MapReviewers();
        repository.MapIssueList(lag);
        repository.MapIssues();
        repository.MapComments(lag);
        repository.MapLabels();
        repository.MapIssueLabels();
        repository.MapAssignees();
        repository.MapMilestones();
        repository.MapCheckRuns();
        repository.MapStatuses();
        repository.MapDeployments();
        api.MapFallback("{**path}", (Call call) => ApiPipeline.Refuse(Refusal.NotFound));
    }
}
