using DocsPipeline.Flows.Publish.Approval;
using DocsPipeline.Tests.Documents.Markdown;

namespace DocsPipeline.Tests.Flows.Publish;

public sealed class ApprovedHistoryTests(ApprovalStory story) : IClassFixture<ApprovalStory>
{
    [Fact]
    public async Task Each_path_has_the_verdict_on_the_commit_that_changed_it_last_and_what_was_published_is_not_asked_again()
    {
        await story.MergedAsync("before", "content/faq/before.md");
        var published = await story.HeadAsync();
        await story.MergedAsync("first", "content/faq/first.md", reviews: "mara APPROVE");
        await story.MergedAsync("second", "content/faq/second.md", reviews: "jonas APPROVE");
        var last = await story.MergedAsync("third", "content/faq/first.md", "again", reviews: "mara APPROVE");

        var history = await ReadAsync(published);

        history.Denials.Select(denial => denial.Code.Id).ShouldBe(["DOC0602"]);
        history.Of(["content/faq/other.md", "content/faq/first.md"])!.PullRequest.ShouldBe(last);
        history.Of(["content/faq/second.md"])!.IsAllowed.ShouldBeFalse();
        history.Of(["content/faq/before.md"]).ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_happened_since_the_head_was_published()
    {
        var history = await ReadAsync(await story.HeadAsync());

        history.Denials.ShouldBeEmpty();
        history.Of(["content/faq/first.md"]).ShouldBeNull();
    }

    [Fact]
    public async Task Before_the_first_publication_the_history_is_read_to_its_beginning()
    {
        var history = await ReadAsync(null);

        history.Of(["content/pipeline.yml"]).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_history_without_the_published_commit_was_rewritten()
    {
        var elsewhere = await story.Repository.CommitAsync(
            new(null, [ApprovalStory.Put("a.md")], "Elsewhere", ApprovalStory.Person("docs-bot"), DateTimeOffset.UnixEpoch), default);
        var head = await story.HeadAsync();

        var denial = (await ReadAsync(elsewhere)).Denials.ShouldHaveSingleItem();

        denial.ToString().ShouldBe(
            $"commit {head[..8]}(1,1): error DOC0606: "
            + $"the commit {elsewhere[..8]} that was published last is not part of this branch's history");
        denial.Help.ShouldBe("restore the branch so that it contains that commit");
    }

    [Fact]
    public async Task A_published_commit_that_came_in_by_the_side_of_a_merge_was_not_published_from_this_branch()
    {
        await story.OpenAsync("side", "content/faq/side.md");
        await story.HeadAsync();
        var side = (await story.Repository.ResolveAsync("side", default))!;
        await story.PushAsync("content/faq/merging.md", side);

        var denials = (await ReadAsync(side)).Denials;

        denials[^1].Code.Id.ShouldBe("DOC0606");
        denials.Count(denial => denial.Code.Id == "DOC0606").ShouldBe(1);
    }

    private async Task<ApprovedHistory> ReadAsync(string? published)
    {
        var head = await story.HeadAsync();
        return await story.WithReaderAsync(
            reader => ApprovedHistory.ReadAsync(story.Repository, reader, World.Settings, head, published, default));
    }
}
