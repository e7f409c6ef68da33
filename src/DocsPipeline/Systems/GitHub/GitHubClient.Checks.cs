using DocsPipeline.Systems.GitHub.Wire;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Systems.GitHub;

public sealed partial class GitHubClient
{
    public Task<IReadOnlyList<CheckRun>> ListCheckRunsAsync(string commit, CancellationToken cancellation) =>
        ListAsync($"commits/{commit}/check-runs", GitHubJson.Default.CheckRunsPayload, page => page.CheckRuns.Select(run => run.ToValue()), cancellation);

    public async Task<CheckRun> CreateCheckRunAsync(CheckReport report, CancellationToken cancellation)
    {
        var request = new CheckRunRequest(report.Name, report.Commit, "completed", report.Conclusion, new CheckOutputPayload(report.Title, report.Summary), report.DetailsUrl);
        return (await WriteAsync(HttpMethod.Post, "check-runs", request, GitHubJson.Default.CheckRunRequest, GitHubJson.Default.CheckRunPayload, cancellation)).ToValue();
    }

    /// <summary>All statuses of a commit, newest first; the first of a context is the one that counts.</summary>
    public Task<IReadOnlyList<CommitStatus>> ListStatusesAsync(string commit, CancellationToken cancellation) =>
        ListAsync($"commits/{commit}/statuses", GitHubJson.Default.ListStatusPayload, page => page.Select(status => status.ToValue()), cancellation);

    public async Task<CommitStatus> SetStatusAsync(string commit, CommitStatus status, CancellationToken cancellation)
    {
        var request = new StatusRequest(status.State, status.Context, status.Description, status.TargetUrl);
        return (await WriteAsync(HttpMethod.Post, $"statuses/{commit}", request, GitHubJson.Default.StatusRequest, GitHubJson.Default.StatusPayload, cancellation)).ToValue();
    }

    /// <summary>Deployments of a commit to an environment, newest first.</summary>
    public Task<IReadOnlyList<Deployment>> ListDeploymentsAsync(string commit, string environment, CancellationToken cancellation) => ListAsync(
        $"deployments?sha={commit}&environment={Uri.EscapeDataString(environment)}",
        GitHubJson.Default.ListDeploymentPayload,
        page => page.Select(deployment => deployment.ToValue()),
        cancellation);

    /// <summary>Records a deployment of exactly this commit: nothing is merged into it and no other check is waited for, since the gate has decided already.</summary>
    public async Task<Deployment> CreateDeploymentAsync(string commit, string environment, string description, CancellationToken cancellation)
    {
        var request = new DeploymentRequest(commit, environment, description, AutoMerge: false, RequiredContexts: []);
        return (await WriteAsync(HttpMethod.Post, "deployments", request, GitHubJson.Default.DeploymentRequest, GitHubJson.Default.DeploymentPayload, cancellation)).ToValue();
    }

    /// <summary>What a deployment came to, newest first.</summary>
    public Task<IReadOnlyList<DeploymentStatus>> ListDeploymentStatusesAsync(long deployment, CancellationToken cancellation) =>
        ListAsync($"deployments/{deployment}/statuses", GitHubJson.Default.ListDeploymentStatusPayload, page => page.Select(status => status.ToValue()), cancellation);

    public async Task<DeploymentStatus> SetDeploymentStatusAsync(long deployment, DeploymentStatus status, CancellationToken cancellation)
    {
        var request = new DeploymentStatusRequest(status.State, status.Description, status.EnvironmentUrl, status.LogUrl);
        return (await WriteAsync(
            HttpMethod.Post, $"deployments/{deployment}/statuses", request, GitHubJson.Default.DeploymentStatusRequest, GitHubJson.Default.DeploymentStatusPayload, cancellation)).ToValue();
    }
}
