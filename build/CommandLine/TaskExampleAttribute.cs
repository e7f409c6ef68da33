namespace Build.CommandLine;

/// <summary>What one would type after <c>./build.sh</c> to see the target at work; the first one stands for it in the overview.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal sealed class TaskExampleAttribute(string line) : Attribute
{
    public string Line { get; } = line;
}
