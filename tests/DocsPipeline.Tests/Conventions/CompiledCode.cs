using ArchUnitNET.Domain;
using ArchUnitNET.Loader;

namespace DocsPipeline.Tests.Conventions;

/// <summary>
/// The product as it was compiled, read once: what a type really uses, in whatever way its source spells it. What the compiler adds
/// (closures, state
/// machines) counts for the type that it was made of. Constants are copied by the compiler, so that who uses one is not seen here.
/// </summary>
internal static class CompiledCode
{
    private static readonly Lazy<Architecture> Loaded = new(Load);
    private static readonly Lazy<Dictionary<string, IType>> ByName = new(() => Loaded.Value.Types
        .DistinctBy(type => type.FullName).ToDictionary(type => type.FullName, StringComparer.Ordinal));

    private static readonly Lazy<IReadOnlyList<Arrow>> Drawn = new(() =>
    [
        .. Loaded.Value.Types
            .SelectMany(from => from.Dependencies.Select(dependency => (From: Outermost(from), To: Outermost(dependency.Target))))
            .Where(pair => IsOurs(pair.From) && IsOurs(pair.To) && pair.From.FullName != pair.To.FullName)
            .Select(pair => new Arrow(Name(pair.From), Name(pair.To)))
            .Distinct(),
    ]);

    /// <summary>Who uses whom among our own types; nested types count for the one around them.</summary>
    public static IReadOnlyList<Arrow> Arrows => Drawn.Value;

    /// <summary>The outermost types that somebody wrote, in all our assemblies.</summary>
    public static IEnumerable<TypeName> Types => Loaded.Value.Types
        .Where(type => IsOurs(type) && !type.FullName.Contains('+') && !type.Name.StartsWith('<') && type.Name != "Program")
        .Select(Name).Distinct();

    /// <summary>The groups of two and more that all reach each other, each in order of its names.</summary>
    public static IEnumerable<IReadOnlyList<string>> Cycles(IEnumerable<(string From, string To)> arrows)
    {
        var next = arrows.Where(arrow => arrow.From != arrow.To).ToLookup(arrow => arrow.From, arrow => arrow.To);
        var reach = next.Select(group => group.Key).ToDictionary(name => name, name => Reach(name, next), StringComparer.Ordinal);
        var knotted = reach.Keys.Where(name => reach[name].Contains(name)).Order(StringComparer.Ordinal).ToList();
        return knotted
            .GroupBy(name => knotted.First(other => reach[name].Contains(other) && reach[other].Contains(name)))
            .Select(group => group.ToList());
    }

    private static HashSet<string> Reach(string start, ILookup<string, string> next)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(next[start]);
        while (open.TryPop(out var name))
        {
            if (seen.Add(name))
            {
                foreach (var other in next[name])
                {
                    open.Push(other);
                }
            }
        }

        return seen;
    }

    private static Architecture Load() => new ArchLoader()
        .LoadAssemblies([.. Directory
            .EnumerateFiles(AppContext.BaseDirectory, "DocsPipeline*.dll")
            .Append(Path.Combine(AppContext.BaseDirectory, "Build.dll"))
            .Where(file => Path.GetFileNameWithoutExtension(file) is not ("DocsPipeline.Tests" or "DocsPipeline.Benchmarks"))
            .Select(System.Reflection.Assembly.LoadFrom)])
        .Build();

    private static IType Outermost(IType type) =>
        type.FullName.IndexOf('+', StringComparison.Ordinal) is var at
            && at > 0
            && ByName.Value.TryGetValue(type.FullName[..at], out var outer)
            ? outer
            : type;

    private static bool IsOurs(IType type) =>
        !type.IsGenericParameter && type.Namespace?.FullName.Split('.') is ["DocsPipeline" or "Build", ..] or ["Cake", "Frosting", ..];

    private static TypeName Name(IType type) =>
        new(type.Namespace.FullName, type.FullName[(type.Namespace.FullName.Length + 1)..], Assembly(type));

    private static string Assembly(IType type) => type.Assembly.Name.Split(',')[0];

    internal sealed record TypeName(string Namespace, string Name, string Assembly)
    {
        public override string ToString() => $"{Namespace}.{Name}";
    }

    internal sealed record Arrow(TypeName From, TypeName To)
    {
        public override string ToString() => $"{From} -> {To}";
    }
}
