using Cake.Core;
using Cake.Frosting;

namespace DocsPipeline.Tests.Build.Frosting;

[TaskName("Default")]
internal sealed class Nothing(Journal journal) : FrostingTask
{
    public override void Run(ICakeContext context) => journal.Add("default");
}

internal sealed class First(Journal journal) : FrostingTask
{
    public override void Run(ICakeContext context) => journal.Add("first");
}

[IsDependentOn(typeof(First))]
[TaskDescription("comes after the first")]
internal sealed class Second(Journal journal) : AsyncFrostingTask
{
    public override async Task RunAsync(ICakeContext context)
    {
        await Task.Yield();
        journal.Add("second");
    }
}

[IsDependeeOf(typeof(First))]
internal sealed class BeforeFirst(Journal journal) : FrostingTask
{
    public override void Run(ICakeContext context) => journal.Add("before first");
}

[IsDependentOn(typeof(Second))]
[IsDependentOn(typeof(First))]
internal sealed class Group : FrostingTask;

[IsDependentOn(typeof(string))]
internal sealed class DependsOnText : FrostingTask;

internal sealed class Breaks(Journal journal) : FrostingTask
{
    public override void Run(ICakeContext context) => throw new CakeException(7, "broken");

    public override void Finally(ICakeContext context) => journal.Add("finally");
}

[IsDependentOn(typeof(Breaks))]
internal sealed class AfterBreaks(Journal journal) : FrostingTask
{
    public override void Run(ICakeContext context) => journal.Add("after");
}

[ContinueOnError]
internal sealed class BreaksAndGoesOn : FrostingTask
{
    public override void Run(ICakeContext context) => throw new InvalidOperationException("broken, and nobody minds");
}

[IsDependentOn(typeof(BreaksAndGoesOn))]
internal sealed class AfterGoingOn(Journal journal) : FrostingTask
{
    public override void Run(ICakeContext context) => journal.Add("after");
}

internal sealed class Recovers(Journal journal) : FrostingTask
{
    public override void Run(ICakeContext context) => throw new InvalidOperationException("first");

    public override void OnError(Exception exception, ICakeContext context) => journal.Add($"recovered from {exception.Message}");

    public override void Finally(ICakeContext context) => journal.Add("finally");
}

internal sealed class RecoversLater(Journal journal) : AsyncFrostingTask
{
    public override async Task RunAsync(ICakeContext context)
    {
        await Task.Yield();
        throw new InvalidOperationException("later");
    }

    public override void OnError(Exception exception, ICakeContext context) => journal.Add($"recovered from {exception.Message}");
}

internal sealed class Succeeds(Journal journal) : FrostingTask
{
    public override void Run(ICakeContext context) => journal.Add("ran");

    public override void OnError(Exception exception, ICakeContext context) => journal.Add("error");

    public override void Finally(ICakeContext context) => journal.Add("finally");
}

internal sealed class NotToday : FrostingTask
{
    public override string SkippedMessage => "it is Sunday";

    public override bool ShouldRun(ICakeContext context) => false;

    public override void Run(ICakeContext context) => throw new InvalidOperationException("must not run");
}

[IsDependentOn(typeof(NotToday))]
internal sealed class AfterNotToday(Journal journal) : FrostingTask
{
    public override void Run(ICakeContext context) => journal.Add("after");
}

internal sealed class Reads(Journal journal) : FrostingTask
{
    public override void Run(ICakeContext context)
    {
        var folder = context.Environment.WorkingDirectory.GetDirectoryName();
        journal.Add($"{context.Arguments.GetArgument("target")} {context.Arguments.GetArgument("community")} {folder}");
    }
}

internal sealed class OwnContext(ICakeContext context) : FrostingContext(context)
{
    public CancellationToken Cancellation { get; init; } = new(canceled: true);
}

internal sealed class WantsOwnContext : AsyncFrostingTask<OwnContext>
{
    public override Task RunAsync(OwnContext context) => Task.Delay(Timeout.Infinite, context.Cancellation);
}
