using ArchUnitNET.Loader;
using DocsPipeline.Sandbox;

namespace DocsPipeline.Tests.Conventions;

/// <summary>
/// The sandbox as it was compiled: leaves (State, Web, Systems) at the bottom, three systems that do not know each other, and what people and tests
/// turn (Control, Dashboard, the host) on top.
/// </summary>
public sealed class SandboxHasNoCycle
{
    private const string Root = "DocsPipeline.Sandbox";

    private static readonly string[] Systems = ["Confluence", "GitHub", "TradingGrid"];

    private static readonly Lazy<IReadOnlyList<(string From, string To)>> Arrows = new(() =>
    [
        .. new ArchLoader().LoadAssemblies(typeof(SandboxHost).Assembly).Build().Types
            .SelectMany(type => type.Dependencies.Select(used => (From: type.Namespace?.FullName ?? "", To: used.Target.Namespace?.FullName ?? "")))
            .Where(arrow => IsOurs(arrow.From) && IsOurs(arrow.To) && arrow.From != arrow.To)
            .Select(arrow => (arrow.From[Root.Length..].TrimStart('.'), arrow.To[Root.Length..].TrimStart('.')))
            .Distinct(),
    ]);

    [Fact]
    public void The_arrows_are_seen()
    {
        Arrows.Value.ShouldContain(("", "Control"));
        Arrows.Value.ShouldContain(("GitHub.Rest.Pulls", "GitHub.Rules"));
        Arrows.Value.Count.ShouldBeGreaterThan(150);
    }

    [Fact]
    public void No_namespace_comes_back_to_itself()
    {
        var next = Arrows.Value.ToLookup(arrow => arrow.From, arrow => arrow.To);
        next.Select(group => group.Key).Where(name => Reach(name, next).Contains(name)).ShouldBeEmpty();
    }

    [Fact]
    public void The_three_systems_do_not_know_each_other() => Arrows.Value
        .Where(arrow => Systems.Contains(First(arrow.From)) && Systems.Contains(First(arrow.To)) && First(arrow.From) != First(arrow.To))
        .ShouldBeEmpty();

    [Fact]
    public void Nothing_below_the_host_knows_what_is_above_it() => Arrows.Value
        .Where(arrow => Height(First(arrow.To)) > Height(First(arrow.From)))
        .ShouldBeEmpty();

    [Fact]
    public void Stores_and_rules_know_no_route_and_no_page() => Arrows.Value
        .Where(arrow => IsBelowRoutes(arrow.From) && IsRoute(arrow.To))
        .ShouldBeEmpty();

    private static bool IsOurs(string name) => name == Root || name.StartsWith(Root + ".", StringComparison.Ordinal);

    private static string First(string name) => name.Split('.')[0];

    private static int Height(string folder) => folder switch
    {
        "State" or "Web" or "Systems" => 0,
        "Confluence" or "GitHub" or "TradingGrid" => 1,
        "Control" => 2,
        "Dashboard" => 3,
        _ => 4,
    };

    private static bool IsRoute(string name) => name.Split('.') is [_, "Rest" or "Pages" or "V1" or "V2" or "Operations" or "Portal" or "Smart", ..];

    private static bool IsBelowRoutes(string name) => name.Split('.') is
        [_, "Access" or "Content" or "Storage" or "Cql" or "Git" or "Store" or "Rules" or "Contract" or "Settings" or "Partners" or "Documents" or "Network", ..];

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
}
