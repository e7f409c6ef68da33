using System.Globalization;
using Polly;
using Polly.Retry;

namespace DocsPipeline.Systems.Http;

/// <summary>
/// What is worth another try. The system said "later" (429, 503, a spent rate limit): any method. Server errors and broken connections:
/// only requests that change nothing. How long: what the system asks for, else doubling with jitter.
/// </summary>
internal static class RetryRules
{
    public static ResiliencePipeline<Attempt> Pipeline(Transport transport) =>
        new ResiliencePipelineBuilder<Attempt> { TimeProvider = transport.Clock }
        .AddRetry(new RetryStrategyOptions<Attempt>
        {
            MaxRetryAttempts = Math.Max(1, transport.Retry.Attempts),
            Delay = transport.Retry.FirstWait,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            MaxDelay = transport.Retry.LongestWait,
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Result is { } attempt && IsWorthRepeating(attempt)
                    && !(Wait(attempt.Response, transport.Clock) > transport.Retry.LongestWait)),
            DelayGenerator = arguments => ValueTask.FromResult(Wait(arguments.Outcome.Result?.Response, transport.Clock)),
        })
        .Build();

    /// <summary>
    /// How long the system wants to be left alone by everybody, or null: it did not ask, or asks for more than is worth waiting for.
    /// </summary>
    public static TimeSpan? Rest(Attempt attempt, Transport transport) =>
        attempt.Response is { Status: 429 or 503 or 403 } refused && IsWorthRepeating(attempt)
            && Wait(refused, transport.Clock) is { } wait && wait <= transport.Retry.LongestWait
            ? wait
            : null;

    private static bool IsWorthRepeating(Attempt attempt) => attempt.Response switch
    {
        null => attempt.NeverLeft || !attempt.Request.IsWrite,
        { Status: 429 or 503 } => true,
        { Status: 403 } limited => IsRateLimit(limited),
        { Status: >= 500 and not 501 } => !attempt.Request.IsWrite,
        _ => false,
    };

    // GitHub says 403 both for a missing permission and for a spent limit; only the headers tell them apart.
    private static bool IsRateLimit(RemoteResponse response) =>
        response.Header("Retry-After") is not null || response.Header("X-RateLimit-Remaining") is "0";

    private static TimeSpan? Wait(RemoteResponse? response, TimeProvider clock)
    {
        if (response is null)
        {
            return null;
        }

        var until = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => clock.GetUtcNow() + delta,
            { Date: { } date } => date,
            _ when response.Status is 403 or 429 => Reset(response.Header("X-RateLimit-Reset")),
            _ => null,
        };
        return until is { } moment ? TimeSpan.FromTicks(Math.Max(0, (moment - clock.GetUtcNow()).Ticks)) : null;
    }

    // GitHub counts seconds since 1970, Confluence writes an ISO 8601 minute.
    private static DateTimeOffset? Reset(string? value) =>
        long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment
        : null;
}
