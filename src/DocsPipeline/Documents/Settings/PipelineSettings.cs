namespace DocsPipeline.Documents.Settings;

/// <summary>
/// <c>content/pipeline.yml</c>: everything about the outside world that is not secret. Read from the commit that is published, and
/// from the protected branch where it decides who may do what.
/// </summary>
public sealed record PipelineSettings
{
    public const string Path = "content/pipeline.yml";

    /// <summary><c>owner/name</c> on GitHub.</summary>
    public required string Repository { get; init; }

    public required string Branch { get; init; }

    public required string LedgerBranch { get; init; }

    public IReadOnlyList<SpaceSettings> Spaces { get; init; } = [];

    public IReadOnlyList<string> Communities { get; init; } = [];

    public IReadOnlyList<PartnerSettings> Partners { get; init; } = [];

    /// <summary>Declared groups, without the reserved <see cref="Audience.Everyone"/>.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    public GuardrailSettings Guardrails { get; init; } = new(new Share(10), 25, new Share(50));

    /// <summary>When Publish may write; at any time where there are none.</summary>
    public IReadOnlyList<PublishWindow> Windows { get; init; } = [];

    public IReadOnlyDictionary<string, EnvironmentSettings> Environments { get; init; } = new Dictionary<string, EnvironmentSettings>();
}

/// <summary>A Confluence space to export; <see cref="Defaults"/> are front matter values (YAML text) for its pages without page properties,
/// null where such pages are left alone. An optional space may be missing.</summary>
public sealed record SpaceSettings(string Key, bool Optional, IReadOnlyDictionary<string, string>? Defaults)
{
    /// <summary>Title of the page below which Import puts its pages; null where the space takes none.</summary>
    public string? ImportParent { get; init; }
}

public sealed record PartnerSettings(string Id, string Name, IReadOnlyList<string> Communities, IReadOnlyList<string> Groups);

/// <summary>A part of a whole in percent, 0 to 100. Written with its unit: a bare <c>20</c> is refused, since nobody can tell 20 documents
/// from 20 %.</summary>
public readonly record struct Share(int Percent);

/// <summary>How much one run may change: deletes and updates as a share of what is live, and deletes also as a number.</summary>
public sealed record GuardrailSettings(Share Deletes, int MaxDeletes, Share Updates);

/// <summary>Addresses of the three systems; secrets are never here.</summary>
public sealed record EnvironmentSettings
{
    public required Uri Confluence { get; init; }

    /// <summary><c>cloud</c> or <c>data-center</c>.</summary>
    public required string ConfluenceDeployment { get; init; }

    public required Uri GitHubApi { get; init; }

    /// <summary>The address to clone from and push to.</summary>
    public required Uri GitHubGit { get; init; }

    public required Uri TradingGrid { get; init; }

    public required Uri TradingGridToken { get; init; }
}
