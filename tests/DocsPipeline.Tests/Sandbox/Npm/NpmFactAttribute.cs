namespace DocsPipeline.Tests.Sandbox.Npm;

/// <summary>A test that needs packages of npm: they are fetched when it runs; where npm is missing it is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NpmFactAttribute : FactAttribute
{
    public NpmFactAttribute()
    {
        if (NpmPackages.WhyNot is { } reason)
        {
            Skip = $"SKIPPED, NOT PROVED: {reason}.";
        }
    }
}
