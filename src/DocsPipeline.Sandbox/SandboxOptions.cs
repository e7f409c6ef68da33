namespace DocsPipeline.Sandbox;

/// <summary>Where a sandbox keeps its state, where it listens and what it starts with.</summary>
public sealed record SandboxOptions
{
    /// <summary>The folder of the databases, the git repositories and <c>sandbox.json</c>; made when missing.</summary>
    public required string StateDirectory { get; init; }

    /// <summary>The port on loopback; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Drops everything and seeds again before the first request.</summary>
    public bool Reset { get; init; }

    /// <summary>A folder of storage-format files (<c>*.xml</c>, <c>*.xhtml</c>) to show as the Confluence space <c>PAGES</c>.</summary>
    public string? PagesDirectory { get; init; }

    /// <summary>What the documents' repository starts with; without it no repository is seeded.</summary>
    public RepositorySeed? Repository { get; init; }
}
