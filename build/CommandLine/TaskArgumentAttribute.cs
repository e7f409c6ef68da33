namespace Build.CommandLine;

/// <summary>
/// An option that a target understands; whatever no target declares is refused. With a <see cref="Value"/> it is written
/// <c>--name VALUE</c>, without one it is a switch. <see cref="Positional"/> lets the value follow the target without its name.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
internal class TaskArgumentAttribute(string name, string description) : Attribute
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    /// <summary>What stands for the value in help: <c>PORT</c>, or choices (<c>sandbox|production</c>), which are then enforced.</summary>
    public string? Value { get; init; }

    public bool Positional { get; init; }

    /// <summary>Without it the target does not know what to do.</summary>
    public bool Required { get; init; }

    public string Usage => Value is null ? $"--{Name}" : $"--{Name} {Value}";

    /// <summary>The only values there are; empty where any will do.</summary>
    public IReadOnlyList<string> Choices => Value?.Split('|') is { Length: > 1 } choices ? choices : [];
}
