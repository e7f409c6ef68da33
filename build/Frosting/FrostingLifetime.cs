using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs once before the first task; also in a dry run, so it must change nothing.</summary>
public interface IFrostingSetup
{
    void Setup(ICakeContext context, ISetupContext info);
}

/// <summary>Runs once after the last task, also after a failure.</summary>
public interface IFrostingTeardown
{
    void Teardown(ICakeContext context, ITeardownContext info);
}

/// <summary>Both ends of a run.</summary>
public interface IFrostingLifetime : IFrostingSetup, IFrostingTeardown;

/// <inheritdoc cref="IFrostingLifetime"/>
public abstract class FrostingLifetime<T> : IFrostingLifetime
    where T : ICakeContext
{
    public abstract void Setup(T context, ISetupContext info);

    public abstract void Teardown(T context, ITeardownContext info);

    void IFrostingSetup.Setup(ICakeContext context, ISetupContext info) => Setup((T)context, info);

    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info) => Teardown((T)context, info);
}

/// <inheritdoc cref="IFrostingLifetime"/>
public abstract class FrostingLifetime : FrostingLifetime<ICakeContext>;
