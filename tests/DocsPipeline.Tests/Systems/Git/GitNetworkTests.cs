using System.Net;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.Http;
using DocsPipeline.Tests.Sandbox.GitHub;
using DocsPipeline.Tests.Systems.Http;

namespace DocsPipeline.Tests.Systems.Git;

public sealed class GitNetworkTests(RunningGitHub github) : IClassFixture<RunningGitHub>, IDisposable
{
    private readonly GitClones clones = new(github);
    private readonly LossyNetwork network = new();

    private GitRemote Lossy => clones.Remote with { Handler = network };

    public void Dispose() => network.Dispose();

    [Fact]
    public async Task A_remote_that_is_not_there_is_one_diagnostic()
    {
        var lost = await clones.OpenAsync(new GitRemote(new Uri("http://127.0.0.1:9/x.git")));

        var fault = await Should.ThrowAsync<GitException>(lost.FetchAsync(default));

        fault.ExitCode.ShouldBe(ExitCode.Unreachable);
        fault.Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0903");
    }

    [Fact]
    public async Task A_push_that_finds_nobody_did_not_happen()
    {
        var lost = await clones.OpenAsync(new GitRemote(new Uri("http://127.0.0.1:9/x.git")));
        var commit = await GitClones.CommitAsync(lost, null, ("a.md", "a"));

        (await Should.ThrowAsync<GitException>(lost.PushAsync("a", commit, default))).ExitCode.ShouldBe(ExitCode.Unreachable);
    }

    [Theory]
    [InlineData("sandbox-nobody-token", "the token was not accepted")]
    [InlineData("sandbox-otto-token", "404")]
    public async Task A_wrong_token_is_told_and_not_shown(string token, string what)
    {
        var stranger = await clones.OpenAsync(clones.Remote with { Token = new Secret(token) });

        var fault = await Should.ThrowAsync<GitException>(stranger.FetchAsync(default));

        fault.ExitCode.ShouldBe(ExitCode.Errors);
        fault.Reason.ShouldContain(what);
        fault.ToString().ShouldNotContain(token);
    }

    [Fact]
    public async Task A_token_that_the_remote_repeats_is_hidden()
    {
        network.Replaces = _ => Answer(HttpStatusCode.Forbidden, "sandbox-bot-token\nmay not", "text/plain");
        var clone = await clones.OpenAsync(Lossy);

        var fault = await Should.ThrowAsync<GitException>(clone.FetchAsync(default));

        fault.Reason.ShouldEndWith("*** may not");
        fault.ToString().ShouldNotContain("sandbox-bot-token");
    }

    [Theory]
    [InlineData("sandbox-rita-token")]
    public async Task Who_may_only_read_cannot_push(string token)
    {
        var reader = await clones.FetchedAsync(clones.Remote with { Token = new Secret(token) });
        var commit = await GitClones.CommitAsync(reader, null, ("a.md", "a"));

        (await Should.ThrowAsync<GitException>(reader.PushAsync("read", commit, default))).Reason.ShouldContain("403");
    }

    [Fact]
    public async Task A_ref_that_the_remote_does_not_have_is_told()
    {
        var clone = await clones.FetchedAsync();

        var fault = await Should.ThrowAsync<GitException>(clone.FetchAsync(default, "refs/pull/4711/head"));

        fault.Reason.ShouldBe("the remote has no refs/pull/4711/head");
    }

    [Fact]
    public async Task A_redirect_is_not_followed_with_the_token()
    {
        var asked = new List<Uri?>();
        network.Replaces = request =>
        {
            asked.Add(request.RequestUri);
            var answer = Answer(HttpStatusCode.Redirect, "", "text/plain");
            answer.Headers.Location = new Uri("https://elsewhere.example/");
            return answer;
        };
        var clone = await clones.OpenAsync(Lossy);

        (await Should.ThrowAsync<GitException>(clone.FetchAsync(default))).Reason.ShouldContain("https://elsewhere.example/");
        asked.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "text/html", ExitCode.Errors)]
    [InlineData(HttpStatusCode.OK, "application/x-git-upload-pack-advertisement", ExitCode.Errors)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "text/plain", ExitCode.Unreachable)]
    public async Task An_answer_that_is_not_gits_is_one_diagnostic(HttpStatusCode status, string type, ExitCode exit)
    {
        network.Replaces = _ => Answer(status, "<html>sign in", type);
        var clone = await clones.OpenAsync(Lossy);

        (await Should.ThrowAsync<GitException>(clone.FetchAsync(default))).ExitCode.ShouldBe(exit);
        (await clone.ResolveAsync("main", default)).ShouldBeNull();
    }

    [Fact]
    public async Task A_remote_that_says_nothing_is_waited_for_no_longer_than_agreed()
    {
        using var silent = new SilentNetwork();
        var clone = await clones.OpenAsync(clones.Remote with { Handler = silent, Silence = TimeSpan.FromMilliseconds(200) });

        var fault = await Should.ThrowAsync<GitException>(clone.FetchAsync(default).WaitAsync(TimeSpan.FromSeconds(20)));

        fault.ExitCode.ShouldBe(ExitCode.Unreachable);
        fault.Reason.ShouldBe("no answer within 00:00:00.2000000");
    }

    [Fact]
    public async Task A_remote_that_speaks_for_ever_is_cut_off_at_the_deadline()
    {
        using var endless = new SilentNetwork { Drips = true };
        var clone = await clones.OpenAsync(clones.Remote with { Handler = endless, Deadline = TimeSpan.FromMilliseconds(400) });

        var fault = await Should.ThrowAsync<GitException>(clone.FetchAsync(default).WaitAsync(TimeSpan.FromSeconds(20)));

        fault.Reason.ShouldStartWith("not done within");
    }

    [Fact]
    public async Task An_answer_without_end_is_cut_off_at_the_limit()
    {
        var clone = await clones.OpenAsync(clones.Remote with { AnswerLimit = 100 });

        (await Should.ThrowAsync<GitException>(clone.FetchAsync(default))).Reason.ShouldContain("more than 100 bytes");
    }

    [Fact]
    public async Task A_fetch_can_be_cancelled_while_the_remote_says_nothing()
    {
        using var silent = new SilentNetwork();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        var clone = await clones.OpenAsync(clones.Remote with { Handler = silent });

        await Should.ThrowAsync<OperationCanceledException>(clone.FetchAsync(stop.Token).WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task A_pack_that_is_damaged_on_the_way_leaves_the_clone_as_it_was()
    {
        var clone = await clones.OpenAsync(Lossy);
        network.Replaces = request => request.Method == HttpMethod.Post
            ? Answer(HttpStatusCode.OK, "0008NAK\nPACK\0\0\0\u0002\0\0\0\u0001garbage", "application/x-git-upload-pack-result")
            : null;

        (await Should.ThrowAsync<GitException>(clone.FetchAsync(default))).Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0908");

        (await clone.ResolveAsync("main", default)).ShouldBeNull();
        network.Replaces = _ => null;
        await clone.FetchAsync(default);
        (await clone.ResolveAsync("main", default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_push_whose_answer_is_lost_is_unknown_and_asking_again_finds_it_done()
    {
        var clone = await clones.FetchedAsync(Lossy);
        var commit = await GitClones.CommitAsync(clone, null, ("a.md", "lost"));
        network.Loses = request => request.Method == HttpMethod.Post;

        await Should.ThrowAsync<UnknownOutcomeException>(clone.PushAsync("lost", commit, default, expected: ""));

        network.Loses = _ => false;
        await clone.FetchAsync(default);
        (await clone.ResolveAsync("lost", default)).ShouldBe(commit);
        (await clone.PushAsync("lost", commit, default, expected: "")).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_server_error_after_the_pack_left_is_unknown_too()
    {
        var clone = await clones.FetchedAsync(Lossy);
        var commit = await GitClones.CommitAsync(clone, null, ("a.md", "error"));
        network.Replaces = request => request.Method == HttpMethod.Post ? Answer(HttpStatusCode.BadGateway, "", "text/html") : null;

        await Should.ThrowAsync<UnknownOutcomeException>(clone.PushAsync("error", commit, default, expected: ""));
    }

    [Fact]
    public async Task Files_larger_than_what_may_be_in_flight_are_pushed_and_fetched()
    {
        var clone = await clones.OpenAsync();
        var noise = new byte[5_000_000];
        new Random(1).NextBytes(noise);
        var draft = new CommitDraft(null, [TreeChange.Put("noise.bin", noise)], "Noise", GitClones.Bot, GitClones.Noon);
        var commit = await clone.CommitAsync(draft, default);

        (await clone.PushAsync("noise", commit, default, expected: "")).Accepted.ShouldBeTrue();

        var other = await clones.FetchedAsync();
        (await other.FindFileAsync(commit, "noise.bin", default))!.Bytes.Span.SequenceEqual(noise).ShouldBeTrue();
    }

    [Theory]
    [InlineData("ssh://git@github.example/halden/partner-docs.git")]
    [InlineData("git://github.example/halden/partner-docs.git")]
    [InlineData("file:///srv/partner-docs.git")]
    public async Task Only_http_is_spoken(string address) =>
        (await Should.ThrowAsync<GitException>(clones.OpenAsync(new GitRemote(new Uri(address))))).Reason.ShouldContain("https");

    private static HttpResponseMessage Answer(HttpStatusCode status, string text, string type) =>
        new(status) { Content = new StringContent(text, Encoding.Latin1, type) };
}
