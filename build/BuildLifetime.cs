using Cake.Core;
using Cake.Frosting;

namespace Build;

/// <summary>Both ends of a run. They change nothing: a dry run passes through them too.</summary>
public sealed class BuildLifetime : FrostingLifetime<BuildContext>
{
    public override void Setup(BuildContext context, ISetupContext info)
    {
    }

    public override void Teardown(BuildContext context, ITeardownContext info) => context.Dispose();
}
