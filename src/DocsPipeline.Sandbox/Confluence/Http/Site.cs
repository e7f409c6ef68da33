namespace DocsPipeline.Sandbox.Confluence.Http;

/// <summary>What identifies the site towards its clients.</summary>
internal static class Site
{
    public const string CloudId = "6f1c2c56-1f0e-4d53-9c1c-5a0d0c0ffee5";

    /// <summary>The base that links are relative to; through the gateway it is the site's own too, as in reality.</summary>
    public static string Base(HttpRequest request, Flavour flavour) =>
        $"{request.Scheme}://{request.Host}{(flavour == Flavour.DataCenter ? "/dc" : "/wiki")}";

    /// <summary>The same sandbox under its other host name: for a client that is another host.</summary>
    public static string OtherHost(HttpRequest request)
    {
        var name = request.Host.Host == "localhost" ? "127.0.0.1" : "localhost";
        return $"{request.Scheme}://{name}:{request.Host.Port}";
    }
}
