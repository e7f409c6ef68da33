using DocsPipeline.Sandbox.Systems;

namespace DocsPipeline.Sandbox.Control;

/// <summary>The three systems together.</summary>
internal sealed class SystemLandscape(IEnumerable<ISandboxSystem> systems, SandboxClock clock, RequestLog log, FaultTable faults)
{
    public IReadOnlyList<ISandboxSystem> Systems { get; } = [.. systems];

    public void Reset()
    {
        faults.Clear();
        clock.Reset();
        foreach (var system in Systems)
        {
            system.Reset();
        }

        Seed();
        log.Clear();
    }

    public void Seed()
    {
        foreach (var system in Systems)
        {
            system.Seed();
        }
    }
}
