using System.Reflection;
using Cake.Frosting;

namespace Build.CommandLine;

/// <summary>
/// Every target, in the order in which a document meets them: one for each task of an assembly, so that a new target is a new file and
/// nothing else.
/// </summary>
internal sealed record TargetList(Target Default, IReadOnlyList<Target> All)
{
    public static TargetList Of(Assembly assembly)
    {
        var targets = assembly.GetTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IFrostingTask).IsAssignableFrom(type))
            .OrderBy(type => type.GetCustomAttribute<TaskOrderAttribute>()?.Place ?? int.MaxValue)
            .Select(Target.Of)
            .ToLookup(target => target.Name == "Default");
        return new TargetList(targets[true].Single(), [.. targets[false]]);
    }

    /// <summary>The target of that name in any case, or null.</summary>
    public Target? Find(string word) =>
        All.Append(Default).FirstOrDefault(target => target.Name.Equals(word, StringComparison.OrdinalIgnoreCase));
}
