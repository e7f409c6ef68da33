namespace DocsPipeline.Tests.StorageFormat.Rendering;

/// <summary>A test that needs GitHub's renderer; where it is missing the test is skipped, and says so.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CmarkGfmFactAttribute : FactAttribute
{
    public CmarkGfmFactAttribute()
    {
        if (CmarkGfm.WhyNot is { } reason)
        {
            Skip = $"SKIPPED, NOT PROVED: {reason}.";
        }
    }
}
