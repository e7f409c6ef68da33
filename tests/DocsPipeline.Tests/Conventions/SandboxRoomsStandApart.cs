namespace DocsPipeline.Tests.Conventions;

/// <summary>
/// The sandbox: leaves (State, Web, Systems) at the bottom, three systems that do not know each other, each with its stores below its rules
/// below its routes and pages, and on top what people and tests turn (Control, Dashboard, the host).
/// </summary>
public sealed class SandboxRoomsStandApart
{
    private const string Root = "DocsPipeline.Sandbox";

    private static readonly string[] Systems = ["Confluence", "GitHub", "TradingGrid"];

    private static readonly IReadOnlyList<(string[] From, string[] To)> Arrows =
    [
        .. CompiledCode.Arrows.Where(arrow => arrow.From.Assembly == Root && arrow.To.Assembly == Root)
            .Select(arrow => (arrow.From.Namespace, arrow.To.Namespace)).Distinct().Select(pair => (Rooms(pair.Item1), Rooms(pair.Item2))),
    ];

    [Fact]
    public void The_three_systems_do_not_know_each_other() => Arrows
        .Where(arrow => Systems.Contains(arrow.From[0]) && Systems.Contains(arrow.To[0]) && arrow.From[0] != arrow.To[0])
        .Select(Sentence)
        .ShouldBeEmpty();

    [Fact]
    public void Nothing_below_the_host_knows_what_is_above_it() => Arrows
        .Where(arrow => Height(arrow.To[0]) > Height(arrow.From[0]))
        .Select(Sentence)
        .ShouldBeEmpty();

    [Fact]
    public void Stores_and_rules_know_no_route_and_no_page() => Arrows
        .Where(arrow => arrow.From is [_, _, ..] && arrow.To is [_, _, ..] && !IsOutside(arrow.From[1]) && IsOutside(arrow.To[1]))
        .Where(arrow => arrow.From[1] is not ("Seeding" or "Wire"))
        .Select(Sentence)
        .ShouldBeEmpty();

    [Fact]
    public void The_arrows_are_seen()
    {
        var seen = Arrows.Select(Sentence).ToList();
        seen.ShouldContain(" -> Control");
        seen.ShouldContain("GitHub.Rest.Pulls -> GitHub.Rules");
        seen.Count.ShouldBeGreaterThan(150);
    }

    private static bool IsOutside(string room) => room is "Rest" or "Pages" or "Smart" or "V1" or "V2" or "Operations" or "Portal";

    private static int Height(string room) => room switch
    {
        "State" or "Web" or "Systems" => 0,
        "Confluence" or "GitHub" or "TradingGrid" => 1,
        "Control" => 2,
        "Dashboard" => 3,
        _ => 4,
    };

    private static string[] Rooms(string name) => name == Root ? [""] : name[(Root.Length + 1)..].Split('.');

    private static string Sentence((string[] From, string[] To) arrow) => $"{string.Join('.', arrow.From)} -> {string.Join('.', arrow.To)}";
}
