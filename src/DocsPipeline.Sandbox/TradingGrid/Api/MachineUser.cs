namespace DocsPipeline.Sandbox.TradingGrid.Api;

/// <summary>A program that is registered with the community: its OAuth client and what that may ask for.</summary>
internal sealed record MachineUser(string Id, string Name, string Secret, string ActorType, IReadOnlyList<string> Scopes)
{
    public static MachineUser Pipeline { get; } = new(
        "docs-pipeline", "the pipeline", "sandbox-client-secret", "integration", Api.Scopes.Pipeline);

    public static MachineUser Desk { get; } = new("service-desk", "the service desk", "sandbox-desk-secret", "staff", Api.Scopes.Desk);

    public static IReadOnlyList<MachineUser> All { get; } = [Pipeline, Desk];
}
