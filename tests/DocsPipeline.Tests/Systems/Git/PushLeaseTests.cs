using DocsPipeline.Systems.Git;
using DocsPipeline.Tests.Sandbox.GitHub;
using DocsPipeline.Tests.Systems.Http;

namespace DocsPipeline.Tests.Systems.Git;

/// <summary>Two writers and one branch: whoever comes second loses, is told so, and changes nothing.</summary>
public sealed class PushLeaseTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    private readonly GitClones clones = new(github);

    [Fact]
    public async Task Of_two_who_begin_a_branch_the_second_loses()
    {
        var (one, two) = (await clones.OpenAsync(), await clones.OpenAsync());
        var first = await GitClones.CommitAsync(one, null, ("a.md", "one"));
        var second = await GitClones.CommitAsync(two, null, ("a.md", "two"));

        (await one.PushAsync("begun", first, default, expected: "")).Accepted.ShouldBeTrue();
        (await two.PushAsync("begun", second, default, expected: "")).ShouldBe(new PushResult(false, "the branch exists already"));

        (await TipAsync("begun")).ShouldBe(first);
    }

    [Fact]
    public async Task Of_two_who_move_a_branch_the_second_loses_although_it_was_a_fast_forward_for_him()
    {
        var (one, two, start) = await BothAsync("moved");
        var first = await GitClones.CommitAsync(one, start, ("a.md", "one"));
        await one.PushAsync("moved", first, default, expected: start);
        await two.FetchAsync(default);
        var second = await GitClones.CommitAsync(two, first, ("a.md", "two"));

        (await two.PushAsync("moved", second, default, expected: start)).ShouldBe(new PushResult(false, "the branch has moved"));

        (await TipAsync("moved")).ShouldBe(first);
        (await two.PushAsync("moved", second, default, expected: first)).Accepted.ShouldBeTrue();
        (await TipAsync("moved")).ShouldBe(second);
    }

    [Fact]
    public async Task With_a_lease_a_branch_may_be_replaced_by_a_commit_that_does_not_contain_it()
    {
        var (one, _, start) = await BothAsync("replaced");
        var other = await GitClones.CommitAsync(one, null, ("a.md", "from anew"));

        (await one.PushAsync("replaced", other, default, expected: start)).Accepted.ShouldBeTrue();

        (await TipAsync("replaced")).ShouldBe(other);
        (await one.ResolveAsync("replaced", default)).ShouldBe(other);
    }

    [Fact]
    public async Task A_branch_that_vanished_is_not_brought_back()
    {
        var (one, _, start) = await BothAsync("vanished");
        await clones.ServerAsync("update-ref", "-d", "refs/heads/vanished");
        var next = await GitClones.CommitAsync(one, start, ("a.md", "one"));

        (await one.PushAsync("vanished", next, default, expected: start)).ShouldBe(new PushResult(false, "the branch is gone"));

        (await clones.ServerAsync("for-each-ref", "refs/heads/vanished")).ShouldBe("");
    }

    [Theory]
    [InlineData("raced-update", false)]
    [InlineData("raced-begin", true)]
    public async Task A_branch_that_moves_between_the_look_and_the_push_is_safe_too(string branch, bool isNew)
    {
        var (one, two, start) = await BothAsync(isNew ? "elsewhere" : branch);
        var first = await GitClones.CommitAsync(one, isNew ? null : start, ("a.md", "one"));
        using var network = new LossyNetwork();
        var late = await clones.FetchedAsync(clones.Remote with { Handler = network });
        var second = await GitClones.CommitAsync(late, isNew ? null : start, ("a.md", "two"));
        network.Replaces = request =>
        {
            if (request.Method == HttpMethod.Post)
            {
                one.PushAsync(branch, first, default, expected: isNew ? "" : start).GetAwaiter().GetResult().Accepted.ShouldBeTrue();
            }

            return null;
        };

        (await late.PushAsync(branch, second, default, expected: isNew ? "" : start)).Accepted.ShouldBeFalse();

        (await TipAsync(branch)).ShouldBe(first);
        await two.FetchAsync(default);
        (await two.ResolveAsync(branch, default)).ShouldBe(first);
    }

    [Fact]
    public async Task Without_a_lease_only_a_fast_forward_is_taken()
    {
        var (one, two, start) = await BothAsync("forward");
        var first = await GitClones.CommitAsync(one, start, ("a.md", "one"));
        await one.PushAsync("forward", first, default);

        (await two.PushAsync("forward", await GitClones.CommitAsync(two, start, ("a.md", "two")), default)).Accepted.ShouldBeFalse();
        await two.FetchAsync(default);
        (await two.PushAsync("forward", await GitClones.CommitAsync(two, start, ("a.md", "two")), default)).Accepted.ShouldBeFalse();

        (await TipAsync("forward")).ShouldBe(first);
    }

    [Fact]
    public async Task What_is_there_already_counts_as_pushed()
    {
        var (_, two, start) = await BothAsync("same");

        (await two.PushAsync("same", start, default, expected: "")).Accepted.ShouldBeTrue();
    }

    [Fact]
    public async Task A_protected_branch_answers_no_in_the_servers_words()
    {
        var clone = await clones.FetchedAsync();
        var main = await clone.ResolveAsync("main", default);

        var pushed = await clone.PushAsync("main", await GitClones.CommitAsync(clone, main, ("content/faq/one.md", "straight")), default);

        pushed.ShouldBe(new PushResult(false, "protected branch hook declined"));
        (await TipAsync("main")).ShouldBe(main);
    }

    private async Task<(GitRepository One, GitRepository Two, string Start)> BothAsync(string branch)
    {
        var one = await clones.OpenAsync();
        var start = await GitClones.CommitAsync(one, null, ("a.md", branch));
        (await one.PushAsync(branch, start, default, expected: "")).Accepted.ShouldBeTrue();
        return (one, await clones.FetchedAsync(), start);
    }

    private Task<string> TipAsync(string branch) => clones.ServerAsync("rev-parse", $"refs/heads/{branch}");
}
