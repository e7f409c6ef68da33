using DocsPipeline.Sandbox;

namespace Build.Environments;

/// <summary>What a person needs to know of a sandbox that is up.</summary>
internal static class SandboxAddresses
{
    /// <summary>Addresses to open, and the accounts of the fictitious world behind them.</summary>
    public static string Page(Uri address) => $"""
        The sandbox is up. Everything below is fictitious and on this machine only; its state is kept in {LocalSandbox.StateDirectory}/.

          Dashboard        {address}
          Confluence       {address}wiki/
          GitHub           {address}github/{SeedAccounts.Repository}
          Partner portal   {address}portal/

          reviewer         {SeedAccounts.GitHubMara.Login}, {SeedAccounts.GitHubJonas.Login} (GitHub: choose whom to be on the page)
          partner          {SeedAccounts.PortalAnna.Login,-22} {SeedAccounts.PortalAnna.Secret}
                           {SeedAccounts.PortalBo.Login,-22} {SeedAccounts.PortalBo.Secret}
                           {SeedAccounts.PortalCleo.Login,-22} {SeedAccounts.PortalCleo.Secret}

        Ctrl-C stops it.
        """;
}
