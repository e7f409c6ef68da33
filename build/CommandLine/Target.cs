using System.Reflection;
using Cake.Frosting;

namespace Build.CommandLine;

/// <summary>A task as a person sees it: a name to type, what it does, what it can be told and lines to try.</summary>
internal sealed record Target(
    string Name, string Description, IReadOnlyList<string> Examples, IReadOnlyList<TaskArgumentAttribute> Arguments)
{
    /// <summary>The word one types: target names ignore case, and help writes them small.</summary>
    public string Word => Name.ToLowerInvariant();

    public TaskArgumentAttribute? Positional => Arguments.FirstOrDefault(argument => argument.Positional);

    public static Target Of(Type task) => new(
        task.GetCustomAttribute<TaskNameAttribute>()?.Name ?? task.Name,
        task.GetCustomAttribute<TaskDescriptionAttribute>()?.Description ?? string.Empty,
        [.. task.GetCustomAttributes<TaskExampleAttribute>().Select(example => example.Line)],
        [.. task.GetCustomAttributes<TaskArgumentAttribute>()]);
}
