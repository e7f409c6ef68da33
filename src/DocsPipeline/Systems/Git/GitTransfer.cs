using System.Net.Http.Headers;
using System.Text;
using DocsPipeline.Systems.Http;
using LibGit2Sharp;

namespace DocsPipeline.Systems.Git;

/// <summary>
/// One fetch or push as the network sees it: its client, its deadlines, and what went wrong. libgit2 calls back on the thread that called
/// it and carries no exceptions, so the transfer belongs to the thread and keeps the first fault.
/// </summary>
internal sealed class GitTransfer : IDisposable
{
    [ThreadStatic]
    private static GitTransfer? current;

    private readonly GitRemote remote;
    private readonly CancellationToken cancellation;
    private readonly CancellationTokenSource end;
    private readonly HttpClient client;
    private long received;

    private GitTransfer(GitRemote remote, CancellationToken cancellation)
    {
        (this.remote, this.cancellation) = (remote, cancellation);
        end = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        end.CancelAfter(remote.Deadline);
        client = new HttpClient(remote.Handler ?? GuardedNetwork.Handler(remote.Url), disposeHandler: remote.Handler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", "git/2.0 (DocsPipeline)");
        if (remote.Token is { } token)
        {
            var login = Convert.ToBase64String(Encoding.UTF8.GetBytes($"x-access-token:{token.Reveal()}"));
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", login);
        }
    }

    public static GitTransfer Current => current ?? throw new InvalidOperationException("no fetch or push is under way on this thread");

    /// <summary>The first fault of the network; libgit2 makes another error of it.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>Whether a pack left for the remote: from here on a fault leaves open what the remote did.</summary>
    public bool HasPushed { get; set; }

    public bool IsOver => end.IsCancellationRequested;

    /// <summary>Runs the call of libgit2 that speaks to the remote, on a thread that may wait.</summary>
    public static Task<T> RunAsync<T>(GitRemote remote, Func<GitTransfer, T> call, CancellationToken cancellation) => Task.Factory.StartNew(
        () =>
        {
            using var transfer = new GitTransfer(remote, cancellation);
            current = transfer;
            try
            {
                return call(transfer);
            }
            finally
            {
                current = null;
            }
        },
        cancellation,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    /// <summary>A refusal in the remote's words.</summary>
    public GitException Refusal(string reason) => new(HasPushed ? "push" : "fetch", remote.Clean(reason));

    public HttpRequestMessage Request(HttpMethod method, string path) =>
        new(method, new Uri($"{remote.Url.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{path}"));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, end.Token);

    /// <summary>Waits for the remote, no longer than it may be silent.</summary>
    public T Wait<T>(Func<CancellationToken, Task<T>> answer)
    {
        try
        {
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(end.Token);
            silence.CancelAfter(remote.Silence);
            return answer(silence.Token).GetAwaiter().GetResult();
        }
        catch (Exception fault)
        {
            Fault ??= fault;
            throw;
        }
    }

    public void Count(int bytes)
    {
        received += bytes;
        if (received > remote.AnswerLimit)
        {
            Fault ??= Refusal($"the remote sends more than {remote.AnswerLimit} bytes");
            throw Fault;
        }
    }

    /// <summary>
    /// What to tell where a call of libgit2 failed; a push that left and was not answered is an <see cref="UnknownOutcomeException"/>.
    /// </summary>
    public Exception Explain(string command, string target, LibGit2SharpException fault)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Fault is GitException told)
        {
            return told;
        }

        var reason = Fault switch
        {
            HttpRequestException or IOException => remote.Clean(Fault.Message),
            null when !IsOver => remote.Clean(fault.Message),
            _ when IsOver => $"not done within {remote.Deadline}",
            _ => $"no answer within {remote.Silence}",
        };
        return HasPushed && !NeverLeft(Fault) ? new UnknownOutcomeException("git", command, target, reason)
            : Fault is null && !IsOver ? new GitException(command, reason)
            : GitException.Unreachable(reason);
    }

    private static bool NeverLeft(Exception? fault) => fault is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    public void Dispose()
    {
        client.Dispose();
        end.Dispose();
    }
}
