namespace Build.CommandLine;

/// <summary>What one would type after <c>./build.sh</c> to see the target at work.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TaskExampleAttribute(string line) : Attribute
{
    public string Line { get; } = line;
}
