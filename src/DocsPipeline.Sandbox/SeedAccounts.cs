using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.GitHub.Seeding;
using DocsPipeline.Sandbox.TradingGrid.Api;
using DocsPipeline.Sandbox.TradingGrid.Seeding;

namespace DocsPipeline.Sandbox;

/// <summary>The accounts, the repository and the community that a fresh sandbox has, for those who speak to it from outside.</summary>
public static class SeedAccounts
{
    /// <summary>
    /// Owner and name of the documents' repository that the story plays in; it exists where <see cref="SandboxOptions.Repository"/> seeds
    /// it.
    /// </summary>
    public const string Repository = GitHubPeople.Repository;

    /// <summary>The id of the one community on Trading Grid.</summary>
    public const string Community = GridSeed.Community;

    /// <summary>The pipeline in Confluence Cloud; Basic with e-mail and API token.</summary>
    public static SeedAccount ConfluenceBot { get; } = Of(Accounts.Bot, Accounts.Bot.Token);

    /// <summary>The pipeline in Confluence Data Center; Bearer with a personal access token.</summary>
    public static SeedAccount DataCenterBot { get; } = Of(Accounts.Bot, Accounts.Bot.PersonalAccessToken);

    /// <summary>Wera, who writes pages in Confluence Cloud.</summary>
    public static SeedAccount ConfluenceWriter { get; } = Of(Accounts.Writer, Accounts.Writer.Token);

    /// <summary>The pipeline on GitHub; Bearer in REST, the password beside any user name in git over HTTP.</summary>
    public static SeedAccount GitHubBot { get; } = Of(GitHubPeople.Bot);

    /// <summary>Mara, code owner and administrator of the repository.</summary>
    public static SeedAccount GitHubMara { get; } = Of(GitHubPeople.Mara);

    /// <summary>Jonas, code owner.</summary>
    public static SeedAccount GitHubJonas { get; } = Of(GitHubPeople.Jonas);

    /// <summary>Wera, who may write but owns nothing.</summary>
    public static SeedAccount GitHubWera { get; } = Of(GitHubPeople.Wera);

    /// <summary>The pipeline on Trading Grid; OAuth client credentials.</summary>
    public static SeedAccount TradingGridPipeline { get; } = Of(MachineUser.Pipeline);

    /// <summary>The sponsor's service desk on Trading Grid; OAuth client credentials.</summary>
    public static SeedAccount TradingGridDesk { get; } = Of(MachineUser.Desk);

    /// <summary>Anna of Acme Tools, who signs in at the partner portal.</summary>
    public static SeedAccount PortalAnna { get; } = Of(PortalAccounts.Anna);

    /// <summary>Bo of Borealis Foods, who signs in at the partner portal.</summary>
    public static SeedAccount PortalBo { get; } = Of(PortalAccounts.Bo);

    /// <summary>Cleo of Cobalt Freight, who signs in at the partner portal.</summary>
    public static SeedAccount PortalCleo { get; } = Of(PortalAccounts.Cleo);

    private static SeedAccount Of(Account account, string? secret) => new(account.Email, account.Name, secret!);

    private static SeedAccount Of(SeedPerson person) => new(person.Login, person.Name, person.Token);

    private static SeedAccount Of(MachineUser user) => new(user.Id, user.Name, user.Secret);

    private static SeedAccount Of(PortalAccount account) => new(account.User.Email, account.User.Name, account.Password);
}
