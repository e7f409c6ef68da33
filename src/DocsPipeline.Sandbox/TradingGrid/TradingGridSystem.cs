using DocsPipeline.Sandbox.State;
using DocsPipeline.Sandbox.Systems;
using DocsPipeline.Sandbox.TradingGrid.Answers;
using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Cases;
using DocsPipeline.Sandbox.TradingGrid.Documents;
using DocsPipeline.Sandbox.TradingGrid.Events;
using DocsPipeline.Sandbox.TradingGrid.Incidents;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.TradingGrid.Operations;
using DocsPipeline.Sandbox.TradingGrid.Partners;
using DocsPipeline.Sandbox.TradingGrid.Portal;
using DocsPipeline.Sandbox.TradingGrid.Seeding;
using DocsPipeline.Sandbox.TradingGrid.Settings;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid;

/// <summary>A community on Trading Grid: the API of the contract, and the portal that partners see.</summary>
internal sealed class TradingGridSystem(SandboxClock clock, SandboxAddress address) : ISandboxSystem, IDisposable
{
    private Grid? opened;
    private WebhookSender? webhooks;

    public string Name => "trading-grid";

    public string Title => "Trading Grid";

    public string Home => "/portal/";

    private Grid Grid => opened ?? throw new InvalidOperationException("The system is not open.");

    public IReadOnlyList<Credential> Credentials { get; } =
    [
        new("Trading Grid", MachineUser.Pipeline.Name, "OAuth client", MachineUser.Pipeline.Id, MachineUser.Pipeline.Secret),
        Portal("Anna, Acme Tools", PortalAccounts.Anna),
        Portal("Bo, Borealis Foods", PortalAccounts.Bo),
        Portal("Cleo, Cobalt Freight", PortalAccounts.Cleo),
    ];

    public void Open(string stateDirectory)
    {
        opened = new Grid(new SandboxDatabase(Path.Combine(stateDirectory, $"{Name}.db")), clock, address);
        webhooks = new WebhookSender(opened.Feed, opened.Settings);
    }

    public void Reset() => Grid.Database.Do(() =>
    {
        GridTables.Clear(Grid.Database);
        Grid.Settings.Forget();
    });

    public void Seed() => Grid.Database.Do(() => GridSeed.Seed(Grid));

    public void Map(IEndpointRouteBuilder routes)
    {
        var tokens = new Tokens(Grid.Database, Grid.Settings, clock);
        routes.MapToken(tokens);
        routes.MapSettings(Grid.Settings, clock);
        routes.MapPortal(Grid);
        var cases = new CaseRoutes(Grid);
        new ApiDispatch(Grid.Database, tokens, new Idempotency(Grid.Database, clock), Grid.Settings, Grid.CatchUp).Map(
            routes,
            [
                .. new CommunityRoutes(Grid).Routes,
                .. new PartnerRoutes(Grid).Routes,
                .. new DocumentReading(Grid).Routes,
                .. new DocumentWriting(Grid).Routes,
                .. new AttachmentRoutes(Grid).Routes,
                .. cases.Routes,
                .. new ConversationRoutes(Grid, cases).Routes,
                .. new IncidentRoutes(Grid).Routes,
                .. new QuestionRoutes(Grid).Routes,
                .. new FeedbackRoutes(Grid).Routes,
                .. new TestRunRoutes(Grid).Routes,
                .. new EventRoutes(Grid).Routes,
            ]);
    }

    public IReadOnlyDictionary<string, long> Counts() => new Dictionary<string, long>
    {
        ["documents"] = Grid.Store.Count<Document>(),
        ["cases"] = Grid.Store.Count<Case>(),
        ["incidents"] = Grid.Store.Count<Incident>(),
        ["questions"] = Grid.Store.Count<Question>(),
        ["feedback"] = Grid.Store.Count<Feedback>(),
        ["test runs"] = Grid.Store.Count<TestRun>(),
        ["acknowledgements"] = Grid.Store.Count<Acknowledgement>(),
        ["events"] = Grid.Feed.Last(),
    };

    private static Credential Portal(string who, PortalAccount account) =>
        new("Partner portal", who, "sign in", account.User.Email, account.Password);

    public void Dispose()
    {
        webhooks?.Dispose();
        opened?.Database.Dispose();
    }
}
