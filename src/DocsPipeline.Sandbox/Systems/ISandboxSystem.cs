namespace DocsPipeline.Sandbox.Systems;

/// <summary>One of the three systems: owns its state and its routes, and knows nothing of the others.</summary>
internal interface ISandboxSystem
{
    /// <summary>Lower case with hyphens; also the name of its state (<c>confluence</c> keeps <c>confluence.db</c>).</summary>
    string Name { get; }

    /// <summary>What people call it.</summary>
    string Title { get; }

    /// <summary>The path of its first page to look at.</summary>
    string Home { get; }

    /// <summary>Opens the state, or makes an empty one. Called once, before everything else.</summary>
    void Open(string stateDirectory);

    /// <summary>Drops all state; <see cref="Seed"/> follows.</summary>
    void Reset();

    /// <summary>Brings the seed where the state is empty; never touches what is already there.</summary>
    void Seed();

    /// <summary>Adds the system's routes, each below its own prefix.</summary>
    void Map(IEndpointRouteBuilder routes);

    /// <summary>Who may sign in, for the dashboard.</summary>
    IReadOnlyList<Credential> Credentials { get; }

    /// <summary>What there is and how much of it, for the dashboard: "pages" → 24.</summary>
    IReadOnlyDictionary<string, long> Counts();
}
