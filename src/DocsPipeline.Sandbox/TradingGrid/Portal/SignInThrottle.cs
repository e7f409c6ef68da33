using DocsPipeline.Sandbox.State;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>Five wrong passwords for one address, known or not, and it must wait.</summary>
internal sealed class SignInThrottle(SandboxDatabase database, TimeProvider clock)
{
    public const int Limit = 5;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    public bool MustWait(string email) =>
        database.Count("SELECT count(*) FROM attempt WHERE email = @1 AND at > @2", email, Since()) >= Limit;

    public void Failed(string email)
    {
        database.Execute("DELETE FROM attempt WHERE at <= @1", Since());
        database.Execute("INSERT INTO attempt (email, at) VALUES (@1, @2)", email, clock.GetUtcNow().ToUnixTimeMilliseconds());
    }

    public void Succeeded(string email) => database.Execute("DELETE FROM attempt WHERE email = @1", email);

    private long Since() => (clock.GetUtcNow() - Window).ToUnixTimeMilliseconds();
}
