using Cake.Core;
using Cake.Frosting;

namespace DocsPipeline.Tests.Build.Frosting;

internal sealed class RunLifetime(Journal journal) : FrostingLifetime
{
    public override void Setup(ICakeContext context, ISetupContext info) => journal.Add($"setup {info.TargetTask.Name}");

    public override void Teardown(ICakeContext context, ITeardownContext info) => journal.Add($"teardown {info.Successful}");
}

internal sealed class TaskLifetime(Journal journal) : FrostingTaskLifetime
{
    public override void Setup(ICakeContext context, ITaskSetupContext info) => journal.Add($"before {info.Task.Name}");

    public override void Teardown(ICakeContext context, ITaskTeardownContext info) => journal.Add($"after {info.Task.Name}");
}
