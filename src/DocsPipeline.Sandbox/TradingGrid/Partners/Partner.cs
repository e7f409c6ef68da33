using DocsPipeline.Sandbox.TradingGrid.Events;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Partners;

/// <summary>A company that trades with the sponsor.</summary>
internal sealed record Partner : Resource, IEventSubject
{
    public static string EventType => "partner";

    public static string EventPath => "partners";

    public required string Name { get; init; }

    public string Status { get; init; } = "invited";

    public string? Region { get; init; }

    /// <summary>Group ids without <c>everyone</c>.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    public IReadOnlyList<EdiAddress> EdiAddresses { get; init; } = [];

    public IReadOnlyList<ServiceContact> ServiceContacts { get; init; } = [];

    /// <summary>Suspended and offboarded partners read nothing and may not sign in.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool Reads => Status is not ("suspended" or "offboarded");
}

internal sealed record EdiAddress(string Standard, string Qualifier, string Id, string Environment);

internal sealed record ServiceContact(string Name, string Email, string? Phone, string Role, IReadOnlyList<string> AlertSubscriptions);
