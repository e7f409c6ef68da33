namespace Build.CommandLine;

/// <summary>The option of every target that speaks to the systems: nobody reaches real partners by forgetting it.</summary>
internal sealed class EnvironmentArgumentAttribute : TaskArgumentAttribute
{
    public const string Option = "environment";
    public const string Sandbox = "sandbox";
    public const string Production = "production";

    public EnvironmentArgumentAttribute()
        : base(
            Option,
            "the systems on this machine (default), or the real ones: addresses from content/pipeline.yml, secrets from the environment") =>
        Value = $"{Sandbox}|{Production}";
}
