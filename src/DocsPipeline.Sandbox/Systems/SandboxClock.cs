using System.Globalization;

namespace DocsPipeline.Sandbox.Systems;

/// <summary>The time of all three systems: the machine's clock plus an offset that a test may set. The offset survives a restart.</summary>
internal sealed class SandboxClock : TimeProvider
{
    private string? file;

    public TimeSpan Offset { get; private set; }

    public void Open(string stateDirectory)
    {
        file = Path.Combine(stateDirectory, "clock.txt");
        Offset = File.Exists(file) ? TimeSpan.ParseExact(File.ReadAllText(file), "c", CultureInfo.InvariantCulture) : TimeSpan.Zero;
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;

    public void Set(DateTimeOffset now) => Keep(now - base.GetUtcNow());

    public void Advance(TimeSpan by) => Keep(Offset + by);

    public void Reset() => Keep(TimeSpan.Zero);

    private void Keep(TimeSpan offset)
    {
        Offset = offset;
        if (file is not null)
        {
            File.WriteAllText(file, offset.ToString("c", CultureInfo.InvariantCulture));
        }
    }
}
