namespace DocsPipeline.Tests.Flows.Import;

/// <summary>Does something at a step of the run, once.</summary>
internal sealed class Hook(string step, Func<Task> act) : IProgress<string>
{
    private bool isDone;

    public void Report(string value)
    {
        if (!isDone && value.StartsWith(step, StringComparison.Ordinal))
        {
            isDone = true;
            Task.Run(act).GetAwaiter().GetResult();
        }
    }
}
