using DocsPipeline.Sandbox.TradingGrid.Contract;

namespace DocsPipeline.Sandbox.TradingGrid.Api;

/// <summary>Reads the external reference of <c>PUT …/external-refs/{system}</c>.</summary>
internal static class Referring
{
    public static ExternalRef Reference(this ApiRequest request)
    {
        var system = request.Route("system");
        if (!Shapes.SystemPattern().IsMatch(system))
        {
            throw Problem.Parameter("A system is named with lower-case letters, digits and hyphens.");
        }

        return request.Json<ExternalRef>(Shapes.ExternalRef) with { System = system };
    }
}
