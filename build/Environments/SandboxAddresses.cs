namespace Build.Environments;

/// <summary>What a person needs to know of a sandbox that is up.</summary>
internal static class SandboxAddresses
{
    /// <summary>Addresses to open, and the accounts of the fictitious world behind them.</summary>
    public static string Page(Uri address) => $"""
        The sandbox is up. Everything below is fictitious and on this machine only; its state is kept in {LocalSandbox.StateDirectory}/.

          Dashboard        {address}
          Confluence       {address}wiki/
          GitHub           {address}github/halden/partner-docs
          Partner portal   {address}portal/

          reviewer         mara-lind, jonas-weber (GitHub: choose whom to be on the page)
          partner          anna@acme.example      acme-portal
                           bo@borealis.example    borealis-portal
                           cleo@cobalt.example    cobalt-portal

        Ctrl-C stops it.
        """;
}
