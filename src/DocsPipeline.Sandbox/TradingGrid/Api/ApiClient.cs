using DocsPipeline.Sandbox.TradingGrid.Contract;

namespace DocsPipeline.Sandbox.TradingGrid.Api;

/// <summary>A machine user that was given a token, with the scopes of that token.</summary>
internal sealed record ApiClient(string Id, string ActorType, IReadOnlyList<string> Scopes)
{
    public Actor Actor => new(ActorType, Id, Id, null);
}
