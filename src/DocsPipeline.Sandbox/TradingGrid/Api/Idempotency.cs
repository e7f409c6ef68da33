using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using DocsPipeline.Sandbox.State;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using Microsoft.Data.Sqlite;

namespace DocsPipeline.Sandbox.TradingGrid.Api;

/// <summary>
/// Remembers the answers to successful POSTs, in the same transaction as their effect. Refused requests changed nothing, so their keys stay
/// free.
/// </summary>
internal sealed class Idempotency(SandboxDatabase database, TimeProvider clock)
{
    public const int Days = 30;

    private readonly ConcurrentDictionary<(string Client, string Key), bool> inFlight = new();

    /// <summary>Claims the request's key from its arrival on, before its body is read.</summary>
    public Flight Begin(string client, HttpRequest request)
    {
        if (request.Headers["Idempotency-Key"] is not [{ } key])
        {
            throw new Problem(400, "idempotency_key_missing", "A POST needs one Idempotency-Key.");
        }

        if (key.Length is < 1 or > 255)
        {
            throw new Problem(400, "idempotency_key_invalid", "An Idempotency-Key has 1 to 255 characters.");
        }

        return inFlight.TryAdd((client, key), true)
            ? new Flight(this, client, key, request)
            : throw Problem.Conflict("idempotency_in_flight", "A request with this Idempotency-Key is still running.");
    }

    internal sealed class Flight(Idempotency owner, string client, string key, HttpRequest request) : IDisposable
    {
        /// <summary>Runs the work, or answers what it answered before.</summary>
        public ApiAnswer Once(byte[] body, Func<ApiAnswer> work)
        {
            var print = Convert.ToHexStringLower(
                SHA256.HashData([.. Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n"), .. body]));
            if (owner.Find(client, key) is { } kept)
            {
                if (kept.Print != print)
                {
                    throw new Problem(422, "idempotency_mismatch", "This Idempotency-Key belongs to another request.");
                }

                request.HttpContext.Response.Headers["Idempotent-Replayed"] = "true";
                return new ApiAnswer(kept.Status, null)
                {
                    ETag = kept.ETag,
                    Location = kept.Location,
                    Content = (Encoding.UTF8.GetBytes(kept.Body), "application/json"),
                };
            }

            var answer = work();
            owner.Keep(client, key, print, answer);
            return answer;
        }

        public void Dispose() => owner.inFlight.TryRemove((client, key), out _);
    }

    private Kept? Find(string client, string key) => database.First(
        "SELECT print, status, etag, location, body FROM idempotency WHERE client = @1 AND key = @2 AND kept_at > @3",
        row => new Kept(row.GetString(0), row.GetInt32(1), Text(row, 2), Text(row, 3), row.GetString(4)),
        client, key, clock.GetUtcNow().AddDays(-Days).ToUnixTimeMilliseconds());

    private void Keep(string client, string key, string print, ApiAnswer answer) => database.Execute(
        "INSERT OR REPLACE INTO idempotency (client, key, print, status, etag, location, body, kept_at) VALUES (@1, @2, @3, @4, @5, @6, "
        + "@7, @8)",
        client, key, print, answer.Status, answer.ETag, answer.Location, GridJson.Write(answer.Body),
        clock.GetUtcNow().ToUnixTimeMilliseconds());

    private static string? Text(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private sealed record Kept(string Print, int Status, string? ETag, string? Location, string Body);
}
