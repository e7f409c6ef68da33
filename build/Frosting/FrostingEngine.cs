using Cake.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting;

/// <summary>Turns task classes and their attributes into the tasks of Cake's own engine, and hooks the lifetimes to its ends.</summary>
internal sealed class FrostingEngine(
    ICakeEngine engine, IFrostingContext context, IEnumerable<IFrostingTask> tasks, IServiceProvider services)
{
    public void Configure()
    {
        foreach (var task in tasks)
        {
            Register(task, new FrostingTaskType(task.GetType()));
        }

        if (services.GetService<IFrostingSetup>() is { } setup)
        {
            engine.RegisterSetupAction(info => setup.Setup(context, info));
        }

        if (services.GetService<IFrostingTeardown>() is { } teardown)
        {
            engine.RegisterTeardownAction(info => teardown.Teardown(context, info));
        }

        if (services.GetService<IFrostingTaskSetup>() is { } taskSetup)
        {
            engine.RegisterTaskSetupAction(info => taskSetup.Setup(context, info));
        }

        if (services.GetService<IFrostingTaskTeardown>() is { } taskTeardown)
        {
            engine.RegisterTaskTeardownAction(info => taskTeardown.Teardown(context, info));
        }
    }

    private void Register(IFrostingTask task, FrostingTaskType type)
    {
        if (!type.ContextType.IsInstanceOfType(context))
        {
            throw new CakeException($"{type.Name} wants a {type.ContextType.Name}, and the context is a {context.GetType().Name}.");
        }

        var builder = engine.RegisterTask(type.Name);
        builder = type.Description is { } description ? builder.Description(description) : builder;
        builder = type.Has("Run", "RunAsync") ? builder.Does(_ => task.RunAsync(context)) : builder;
        builder = type.Has("ShouldRun") ? builder.WithCriteria(_ => task.ShouldRun(context), task.SkippedMessage) : builder;
        builder = type.ContinuesOnError ? builder.ContinueOnError() : builder;
        builder = type.Has("OnError") ? builder.OnError((exception, _) => task.OnError(exception, context)) : builder;
        builder = type.Has("Finally") ? builder.Finally(_ => task.Finally(context)) : builder;
        foreach (var name in type.Dependencies)
        {
            builder.IsDependentOn(name);
        }

        foreach (var name in type.Dependees)
        {
            builder.IsDependeeOf(name);
        }
    }
}
