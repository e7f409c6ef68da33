using DocsPipeline.Sandbox.State;
using DocsPipeline.Sandbox.Systems;
using DocsPipeline.Sandbox.TradingGrid.Answers;
using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Attachments;
using DocsPipeline.Sandbox.TradingGrid.Cases;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Documents;
using DocsPipeline.Sandbox.TradingGrid.Events;
using DocsPipeline.Sandbox.TradingGrid.Partners;
using DocsPipeline.Sandbox.TradingGrid.Settings;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Network;

/// <summary>Everything the community consists of, put together once.</summary>
internal sealed class Grid
{
    private readonly SandboxAddress address;

    public Grid(SandboxDatabase database, TimeProvider clock, SandboxAddress address)
    {
        this.address = address;
        Database = database;
        Clock = clock;
        GridTables.Create(database);
        Settings = new GridSettings(database);
        Store = new GridStore(database, clock);
        Listing = new Listing(Store, clock);
        Membership = new Membership(Store);
        Feed = new EventFeed(database, clock);
        Attachments = new AttachmentStore(database, Settings, clock);
        Schedule = new PublishSchedule(database, clock);
        Succession = new Succession(database, Store);
        Publications = new Publications(Store, Schedule, Succession, Feed, clock);
        DocumentWire = new DocumentWire(Publications, Attachments, address);
        Cases = new CaseDesk(Store, Feed, clock);
        Inbox = new Inbox(Store, Feed);
    }

    public SandboxDatabase Database { get; }

    public TimeProvider Clock { get; }

    public GridSettings Settings { get; }

    public GridStore Store { get; }

    public Listing Listing { get; }

    public Membership Membership { get; }

    public EventFeed Feed { get; }

    public AttachmentStore Attachments { get; }

    public PublishSchedule Schedule { get; }

    public Succession Succession { get; }

    public Publications Publications { get; }

    public DocumentWire DocumentWire { get; }

    public CaseDesk Cases { get; }

    public Inbox Inbox { get; }

    public Community Community(string id) => Store.Get<Community>(id, id);

    public List<(long Number, Community Value)> Communities() => Database.Rows(
        "SELECT number, body FROM resource WHERE type = 'Community' ORDER BY number",
        row => (row.GetInt64(0), GridJson.Read<Community>(row.GetString(1))));

    public string Address(string path) => address.Of(path);

    /// <summary>How an actor signs a comment that partners may read.</summary>
    public string NameOf(Actor actor) => actor.Type switch
    {
        "staff" => "Service desk",
        "integration" => "Partner documentation team",
        "partner-user" when actor.PartnerId is { } partner
            && Communities()
                .Select(row => Store.Find<Partner>(row.Value.Id, partner))
                .FirstOrDefault(found => found is not null) is { } found =>
            found.Name,
        _ => "System",
    };

    /// <summary>Publishes what has come due.</summary>
    public void CatchUp()
    {
        foreach (var (community, id, actor) in Schedule.Due())
        {
            Publications.Publish(community, Store.Get<Document>(community, id), actor);
        }
    }
}
