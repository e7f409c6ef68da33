namespace DocsPipeline.Systems.TradingGrid;

/// <summary>A community and what it can do; what a missing capability means is written at <c>Capabilities</c> in <c>schemas/trading-grid.openapi.yaml</c>.</summary>
public sealed record Community(string Id, string Name, Sponsor Sponsor, string Status, Uri? Url, Capabilities Capabilities);

public sealed record Sponsor(string Id, string Name);

public sealed record Capabilities(
    bool ScheduledPublish,
    bool PerPartnerAudience,
    bool AudienceRoles,
    bool AudienceResolve,
    bool Attachments,
    bool AttachmentScan,
    bool Acknowledgements,
    bool Facts,
    bool TestPlans,
    bool Supersedes,
    bool Cases,
    bool Incidents,
    bool TestRuns,
    bool Questions,
    bool Feedback,
    bool Events,
    bool Webhooks,
    int IdempotencyDays,
    long MaxAttachmentBytes,
    long MaxHtmlBytes);

/// <summary>A trading partner; <see cref="Groups"/> without the reserved <c>everyone</c>.</summary>
public sealed record Partner(
    string Id,
    string Name,
    string Status,
    string? Region,
    IReadOnlyList<string> Groups,
    IReadOnlyList<EdiAddress> EdiAddresses,
    IReadOnlyList<ServiceContact> ServiceContacts,
    int Version,
    string Etag);

public sealed record EdiAddress(string Standard, string Qualifier, string Id, string Environment);

public sealed record ServiceContact(string Name, string Email, string? Phone, string Role, IReadOnlyList<string> AlertSubscriptions);

public sealed record PartnerGroup(string Id, string Name, string? Description, bool Reserved, IReadOnlyList<string> PartnerIds);

/// <summary>Readers are the members of the groups and the partners together, narrowed to users with one of the roles if there are any. Nothing named = nobody.</summary>
public sealed record GridAudience(IReadOnlyList<string> Groups, IReadOnlyList<string> Partners, IReadOnlyList<string> Roles);

/// <summary>Who would read a document with this audience now.</summary>
public sealed record ResolvedAudience(int PartnerCount, IReadOnlyList<Reader> Partners);

/// <summary>A partner that reads, and why: <c>group:x12-suppliers</c>, <c>partner:acme</c>.</summary>
public sealed record Reader(string Id, string Name, string Status, IReadOnlyList<string> Via);
