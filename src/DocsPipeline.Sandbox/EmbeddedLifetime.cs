namespace DocsPipeline.Sandbox;

/// <summary>
/// Leaves the signals of the process alone: the sandbox is a guest in a build or a test run, and ASP.NET's own lifetime would swallow their
/// Ctrl-C.
/// </summary>
internal sealed class EmbeddedLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
