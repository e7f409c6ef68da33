using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocsPipeline.Systems.Http;
using Octokit;
using Octokit.Internal;

namespace DocsPipeline.Systems.GitHub.Wire;

/// <summary>
/// What Octokit sends with, for one question: every request goes through <see cref="RemoteSystem"/>, which throws what is refused, so
/// that Octokit meets answers only. Most of Octokit's methods take no cancellation; this carries it. All pages of a listing are one
/// question.
/// </summary>
internal sealed partial class Exchange(RemoteSystem remote, Uri address, CancellationToken cancellation) : IHttpClient
{
    private const string Version = "2022-11-28";
    private const int MostPages = 1_000;

    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private int promised;
    private RemoteResponse? last;

    public async Task<IResponse> Send(
        IRequest request, CancellationToken cancellationToken, Func<object, object>? preprocessResponseBody = null)
    {
        var target = request.Endpoint.IsAbsoluteUri ? request.Endpoint.AbsoluteUri : request.Endpoint.OriginalString;
        if (request.Method == HttpMethod.Get && (!read.Add(target) || read.Count > MostPages))
        {
            throw Fault(target, "endless_listing", "the pages of the listing lead back to themselves or never end");
        }

        var json = (string?)request.Body;
        last = await remote.SendAsync(
            new RemoteRequest(request.Method, target)
            {
                Body = Encoding.UTF8.GetBytes(json ?? ""),
                MediaType = json is null ? null : "application/json",
                Headers = new Dictionary<string, string> { ["Accept"] = "application/vnd.github+json", ["X-GitHub-Api-Version"] = Version },
            },
            cancellation);
        return new Reply((HttpStatusCode)last.Status, Text(last), Next(target, last));
    }

    public void SetRequestTimeout(TimeSpan timeout) => throw new NotSupportedException("patience is the transport's");

    public void Dispose()
    {
    }

    /// <summary>Whether a fault of Octokit's comes from what GitHub answered; without an answer it is ours.</summary>
    public bool HasAnswer => last is not null;

    /// <summary>The refusal that stands for whatever Octokit threw at an answer it could not read.</summary>
    public RemoteException Unreadable(Exception fault) => last!.Unreadable(fault switch
    {
        JsonException { Path.Length: > 0 } missing => $"at {missing.Path}",
        JsonException => "cut off or not JSON",
        _ => $"{fault.GetType().Name} while it was read",
    });

    // Octokit takes an empty body, and `{}` too, for no value at all: an empty listing, a null object.
    private static string Text(RemoteResponse response)
    {
        var text = Encoding.UTF8.GetString(response.Body.Span).Trim();
        return text.Length > 0 && text != "{}" ? text : throw response.Unreadable("empty");
    }

    private Uri? Next(string target, RemoteResponse response)
    {
        if (response.Link("last") is { } end && PageNumber().Match(end) is { Success: true } number)
        {
            promised = Math.Max(promised, int.TryParse(number.Groups[1].ValueSpan, out var page) ? page : int.MaxValue);
        }

        return response.Link("next") is { } next ? new Uri(address, next)
            : read.Count >= promised ? null
            : throw Fault(target, "short_listing", $"the listing ends after {read.Count} of {promised} pages");
    }

    private static RemoteException Fault(string target, string code, string reason) => new("GitHub", "GET", target, 200, code, reason);

    [GeneratedRegex(@"[?&]page=(\d+)")]
    private static partial Regex PageNumber();

    private sealed class Reply(HttpStatusCode status, string body, Uri? next) : IResponse
    {
        public object Body { get; } = body;

        public IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>();

        public ApiInfo ApiInfo { get; } = new(Links(next), [], [], null, new RateLimit());

        public HttpStatusCode StatusCode { get; } = status;

        // Octokit reads a body only under exactly this name; that it is JSON is found out on reading.
        public string ContentType => "application/json";

        private static Dictionary<string, Uri> Links(Uri? next) => next is null ? [] : new() { ["next"] = next };
    }
}
