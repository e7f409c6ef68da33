using Cake.Core;

namespace Cake.Frosting;

/// <summary>One target. The host finds every concrete class that implements it.</summary>
public interface IFrostingTask
{
    Task RunAsync(ICakeContext context);

    /// <summary>False skips the task, with <see cref="SkippedMessage"/>; a skipped target is an error.</summary>
    bool ShouldRun(ICakeContext context);

    string SkippedMessage => string.Empty;

    /// <summary>Called when the task failed. An override that does not throw again has dealt with the failure: the run goes on.</summary>
    void OnError(Exception exception, ICakeContext context);

    void Finally(ICakeContext context);
}
