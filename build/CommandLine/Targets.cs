using Build.Tasks;

namespace Build.CommandLine;

/// <summary>Every target, in the order in which a document meets them. Only what works today stands here.</summary>
internal static class Targets
{
    public static Target Default { get; } = Target.Of<Default>();

    public static IReadOnlyList<Target> All { get; } =
    [
        Target.Of<Demo>(),
        Target.Of<Sandbox>(),
        Target.Of<Export>(),
        Target.Of<Validate>(),
        Target.Of<Plan>(),
        Target.Of<Publish>(),
        Target.Of<Import>(),
        Target.Of<Tasks.Convert>(),
        Target.Of<Explain>(),
        Target.Of<Test>(),
        Target.Of<Bench>(),
    ];

    public static Target? Find(string word) =>
        All.Append(Default).FirstOrDefault(target => target.Name.Equals(word, StringComparison.OrdinalIgnoreCase));
}
