using System.Text;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Git;
using DocsPipeline.Systems.GitHub;

namespace DocsPipeline.Tests.Flows.Export;

/// <summary>Pages and documents that were both worked on.</summary>
public sealed class ExportMergeTests : ExportStory
{
    [Fact]
    public async Task A_rename_keeps_the_path_and_the_id()
    {
        var page = await Create("Old title", "stable-id", "<p>Text.</p>");
        await Export();
        await writer.UpdatePageAsync(
            new PageChange(
                (await writer.FindPageAsync(page.Id, default))!, "New title", Properties("stable-id", "faq-article") + "<p>Text.</p>", ""),
            default);

        await Export();

        var text = await Text("confluence-export", "content/faq/old-title.md");
        text.ShouldContain("id: stable-id\n");
        text.ShouldContain("title: New title\n");
    }

    [Fact]
    public async Task A_reviewers_edit_and_a_writers_edit_in_other_places_are_both_kept()
    {
        var page = await Create("Two places", "two-places", "<p>One.</p><p>Two.</p>");
        await Export();
        await Review("content/faq/two-places.md", "One.", "One, says the reviewer.");
        await Edit(page, "Two.", "Two, says the writer.");

        var report = await Export();

        report.Diagnostics.ShouldNotContain(diagnostic => diagnostic.Code.Id == "DOC0555");
        (await Text("confluence-export", "content/faq/two-places.md")).ShouldEndWith(
            "---\nOne, says the reviewer.\n\nTwo, says the writer.\n");
        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task Edits_in_the_same_place_stay_both_in_sight()
    {
        var page = await Create("One place", "one-place", "<p>One.</p>");
        var first = await Export();
        await Review("content/faq/one-place.md", "One.", "The reviewer's.");
        await Edit(page, "One.", "The writer's.");

        var report = await Export();

        report.Diagnostics.ShouldContain(diagnostic => diagnostic.Code.Id == "DOC0555");
        var text = await Text("confluence-export", "content/faq/one-place.md");
        text.ShouldContain("The reviewer's.");
        text.ShouldContain("The writer's.");
        (await PullBody(first.PullRequest!.Value)).ShouldContain("Changed on both sides");
        (await Export()).Commit.ShouldBeNull();
    }

    [Fact]
    public async Task A_reviewers_edit_alone_stays()
    {
        await Create("Mine", "mine", "<p>One.</p>");
        await Export();
        await Review("content/faq/mine.md", "One.", "Better.");

        (await Export()).Commit.ShouldBeNull();

        (await Text("confluence-export", "content/faq/mine.md")).ShouldEndWith("Better.\n");
    }

    [Fact]
    public async Task A_main_branch_that_moved_on_is_merged_into_the_open_pull_request()
    {
        var page = await Create("Mine", "mine", "<p>One.</p>");
        await Export();
        var git = await Clone();
        var byHand =
            TreeChange.Put(
                "content/faq/by-hand.md", Encoding.UTF8.GetBytes("---\nid: by-hand\nkind: faq-article\ntitle: By hand\n---\nText.\n"));
        var commit = await git.CommitAsync(
            new CommitDraft(
                await git.ResolveAsync("main", default),
                [byHand],
                "Write by hand",
                new GitPerson("docs-bot", "docs-bot@halden.example"),
                DateTimeOffset.UtcNow), default);
        await git.PushAsync("by-hand", commit, default);
        using var github = new GitHubClient(connections.GitHub);
        await Merge((await github.CreatePullAsync("By hand", "", "by-hand", "main", default)).Number);
        (await Export()).Commit.ShouldBeNull();
        await Edit(page, "One.", "Two.");

        var report = await Export();

        (await (await Clone()).ShowAsync(report.Commit!, default)).Parents.Count.ShouldBe(2);
        (await Text("confluence-export", "content/faq/by-hand.md")).ShouldContain("By hand");
        (await Text("confluence-export", "content/faq/mine.md")).ShouldEndWith("Two.\n");
        (await ChangedPaths(report.PullRequest!.Value)).ShouldNotContain("content/faq/by-hand.md");
    }
}
