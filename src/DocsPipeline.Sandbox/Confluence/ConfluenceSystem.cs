using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;
using DocsPipeline.Sandbox.Confluence.Http;
using DocsPipeline.Sandbox.Confluence.Pages;
using DocsPipeline.Sandbox.Confluence.Seeding;
using DocsPipeline.Sandbox.Confluence.V1;
using DocsPipeline.Sandbox.Confluence.V2;
using DocsPipeline.Sandbox.Systems;

namespace DocsPipeline.Sandbox.Confluence;

/// <summary>Confluence: Cloud with v2 and v1, the gateway for scoped tokens, Data Center with v1, and pages to look at.</summary>
internal sealed class ConfluenceSystem : ISandboxSystem, IDisposable
{
    private readonly ConfluenceState state;
    private readonly Library library;
    private readonly MediaLinks media;
    private readonly string? pagesDirectory;

    public ConfluenceSystem(SandboxClock clock, string? pagesDirectory)
    {
        this.pagesDirectory = pagesDirectory;
        state = new ConfluenceState(clock);
        library = new Library(state);
        media = new MediaLinks(clock, library);
    }

    public string Name => "confluence";

    public string Title => "Confluence";

    public string Home => "/wiki/";

    public IReadOnlyList<Credential> Credentials { get; } =
    [
        new("Confluence", "Docs Bot", "Basic", Accounts.Bot.Email, Accounts.Bot.Token!),
        new("Confluence", "Wera Writer", "Basic", Accounts.Writer.Email, Accounts.Writer.Token!),
        new("Confluence Data Center", "Docs Bot", "Bearer", "", Accounts.Bot.PersonalAccessToken!),
    ];

    public void Open(string stateDirectory) => state.Open(stateDirectory);

    public void Reset() => state.Reset();

    public void Seed()
    {
        if (library.Spaces.All().All(space => space.Key == "PAGES"))
        {
            new SeedLoader(library).Load();
        }

        if (pagesDirectory is not null && library.Spaces.FindByKey("PAGES") is null)
        {
            new PagesDirectoryLoader(library).Load(pagesDirectory);
        }
    }

    public void Map(IEndpointRouteBuilder routes)
    {
        Map(routes.MapGroup("/wiki"), Flavour.Cloud);
        Map(routes.MapGroup("/ex/confluence/{cloudId}/wiki"), Flavour.Gateway);
        Map(routes.MapGroup("/dc"), Flavour.DataCenter);
        routes.MapGet("/_edge/tenant_info", () => Json.Answer(new JsonObject { ["cloudId"] = Site.CloudId }));
        media.Map(routes);
        routes.MapPages(library, media);
    }

    public IReadOnlyDictionary<string, long> Counts() => new Dictionary<string, long>
    {
        ["spaces"] = state.Database.Count("SELECT COUNT(*) FROM space"),
        ["pages"] = state.Database.Count("SELECT COUNT(*) FROM content WHERE type = 'page' AND status <> 'trashed'"),
        ["versions"] = state.Database.Count("SELECT COUNT(*) FROM version"),
        ["attachments"] = state.Database.Count("SELECT COUNT(*) FROM attachment"),
        ["comments"] = state.Database.Count("SELECT COUNT(*) FROM comment WHERE status = 'current'"),
    };

    public void Dispose() => state.Dispose();

    private void Map(IEndpointRouteBuilder group, Flavour flavour)
    {
        if (flavour != Flavour.DataCenter)
        {
            V2Api.Map(group.MapGroup("/api/v2"), flavour, library);
        }

        V1Api.Map(group.MapGroup("/rest/api"), flavour, library, media);
        new ApiRoutes(group.MapGroup("/download"), flavour, V1Shapes.Show).MapDownloads(library);
    }
}
