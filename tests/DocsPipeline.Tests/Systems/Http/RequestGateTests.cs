using System.Net;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Tests.Systems.Http;

/// <summary>Many workers and one system: so many requests at a time, and everybody rests when one is told to.</summary>
public sealed class RequestGateTests
{
    [Fact]
    public async Task Never_more_requests_are_in_flight_than_were_agreed()
    {
        var (now, most) = (0, 0);
        var counting = new Lock();
        var full = new TaskCompletionSource();
        using var network = new AnsweringNetwork(async () =>
        {
            lock (counting)
            {
                most = Math.Max(most, ++now);
                if (now == 3)
                {
                    full.TrySetResult();
                }
            }

            // Nobody leaves before three are there, so that a busy machine does not make it look like fewer.
            await full.Task.WaitAsync(TimeSpan.FromMinutes(1));
            await Task.Delay(2);
            lock (counting)
            {
                now--;
            }

            return new HttpResponseMessage(HttpStatusCode.OK);
        });
        using var system = System(new Transport { Handler = network, AtOnce = 3 });

        await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => system.SendAsync(RemoteRequest.Get("things"), default)));

        most.ShouldBe(3);
    }

    [Fact]
    public async Task One_request_that_is_told_to_wait_holds_back_all_the_others()
    {
        var clock = new SteppingClock();
        var moments = new List<DateTimeOffset>();
        using var network = new AnsweringNetwork(() =>
        {
            lock (moments)
            {
                moments.Add(clock.GetUtcNow());
                var isFirst = moments.Count == 1;
                var answer = new HttpResponseMessage(isFirst ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK);
                answer.Headers.TryAddWithoutValidation("Retry-After", isFirst ? "30" : null);
                return Task.FromResult(answer);
            }
        });
        using var system = System(new Transport { Handler = network, Clock = clock, AtOnce = 1 });

        var all = Enumerable.Range(0, 5).Select(_ => system.SendAsync(RemoteRequest.Get("things"), default)).ToList();
        while (!all.TrueForAll(task => task.IsCompleted))
        {
            await Task.Delay(1);
            clock.Step();
        }

        moments.Count.ShouldBe(6);
        moments.Skip(1).ShouldAllBe(moment => moment >= moments[0].AddSeconds(30));
    }

    private static RemoteSystem System(Transport transport) =>
        new("Test", new Uri("https://system.example/api"), [], (_, _) => ValueTask.CompletedTask, transport);

    private sealed class AnsweringNetwork(Func<Task<HttpResponseMessage>> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => answer();
    }

    /// <summary>Stands still until it is told to step to the next moment that somebody waits for.</summary>
    private sealed class SteppingClock : TimeProvider
    {
        private readonly Lock gate = new();
        private readonly List<(DateTimeOffset Due, Timer Timer)> waiting = [];
        private DateTimeOffset now = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            lock (gate)
            {
                var timer = new Timer(callback, state);
                if (dueTime >= TimeSpan.Zero)
                {
                    waiting.Add((now + dueTime, timer));
                }

                return timer;
            }
        }

        public void Step()
        {
            List<Timer> due;
            lock (gate)
            {
                if (waiting.Count == 0)
                {
                    return;
                }

                now = waiting.Min(each => each.Due) is var next && next > now ? next : now;
                due = [.. waiting.Where(each => each.Due <= now).Select(each => each.Timer)];
                waiting.RemoveAll(each => each.Due <= now);
            }

            due.ForEach(timer => timer.Fire());
        }

        private sealed class Timer(TimerCallback callback, object? state) : ITimer
        {
            private bool stopped;

            public void Fire()
            {
                if (!stopped)
                {
                    callback(state);
                }
            }

            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() => stopped = true;

            public ValueTask DisposeAsync()
            {
                stopped = true;
                return ValueTask.CompletedTask;
            }
        }
    }
}
