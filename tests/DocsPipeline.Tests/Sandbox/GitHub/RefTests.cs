namespace DocsPipeline.Tests.Sandbox.GitHub;

public sealed class RefTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    [Fact]
    public async Task A_ref_moves_forward_and_backwards_only_by_force()
    {
        var first = await github.CommitAsync("ledger", "bot", ("a", "1"));
        var second = await github.CommitAsync("ledger", "bot", ("a", "2"));

        var answer = await github.CallAsync("PATCH", "git/refs/heads/ledger", new { sha = first });
        (answer.Status, answer.Message).ShouldBe((422, "Update is not a fast forward"));
        (await github.TipAsync("ledger")).ShouldBe(second);

        await github.ExpectAsync(200, "PATCH", "git/refs/heads/ledger", new { sha = first, force = true });
        (await github.TipAsync("ledger")).ShouldBe(first);
    }

    [Fact]
    public async Task An_existing_ref_is_not_created_again()
    {
        var answer = await github.CallAsync("POST", "git/refs", new { @ref = "refs/heads/main", sha = await github.TipAsync("main") });
        (answer.Status, answer.Message).ShouldBe((422, "Reference already exists"));
    }

    [Fact]
    public async Task A_ref_to_nothing_is_refused()
    {
        var answer = await github.CallAsync("POST", "git/refs", new { @ref = "refs/heads/void", sha = new string('a', 40) });
        (answer.Status, answer.Message).ShouldBe((422, "Object does not exist"));
    }

    [Fact]
    public async Task Main_moves_by_pull_request_only()
    {
        var sha = await github.CommitAsync("aside", "mara", ("a", "1"));
        foreach (var force in (bool[])[false, true])
        {
            await github.ExpectAsync(422, "PATCH", "git/refs/heads/main", new { sha, force }, "mara");
        }

        await github.ExpectAsync(422, "DELETE", "git/refs/heads/main", who: "mara");
    }

    [Fact]
    public async Task The_journal_knows_who_pushed_what()
    {
        var sha = await github.CommitAsync("journal", "jonas", ("a", "1"));
        var entry = (await github.CallAsync("GET", "activity?ref=journal")).Items.Single();
        entry["after"]!.GetValue<string>().ShouldBe(sha);
        entry["actor"]!["login"]!.GetValue<string>().ShouldBe("jonas-weber");
        entry["activity_type"]!.GetValue<string>().ShouldBe("branch_creation");
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_commit()
    {
        var commit = (await github.CallAsync("GET", "commits?sha=main")).Items.Last();
        commit["commit"]!["author"]!["date"]!.GetValue<string>().ShouldBe("2026-01-05T09:00:00Z");
        commit["author"]!["login"]!.GetValue<string>().ShouldBe("mara-lind");

        var other = new RunningGitHub();
        await other.InitializeAsync();
        try
        {
            (await other.TipAsync("main")).ShouldBe(commit["sha"]!.GetValue<string>());
        }
        finally
        {
            await other.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_comparison_says_who_is_ahead()
    {
        await github.CommitAsync("compared", "bot", ("content/faq/compared.md", "1\n"));
        var comparison = await github.ExpectAsync(200, "GET", "compare/main...compared");
        comparison["status"]!.GetValue<string>().ShouldBe("ahead");
        comparison["ahead_by"]!.GetValue<int>().ShouldBe(1);
        comparison["files"]!.AsArray().Single()!["filename"]!.GetValue<string>().ShouldBe("content/faq/compared.md");
    }

    [Fact]
    public async Task A_file_is_written_through_its_former_content_only()
    {
        await github.ExpectAsync(201, "POST", "git/refs", new { @ref = "refs/heads/files", sha = await github.TipAsync("main") });
        var written = await github.ExpectAsync(
            201, "PUT", "contents/content/new.md", new { message = "m", content = "b25l", branch = "files" });
        await github.ExpectAsync(422, "PUT", "contents/content/new.md", new { message = "m", content = "dHdv", branch = "files" });
        await github.ExpectAsync(
            409, "PUT", "contents/content/new.md", new { message = "m", content = "dHdv", branch = "files", sha = new string('0', 40) });
        await github.ExpectAsync(200, "PUT", "contents/content/new.md",
            new { message = "m", content = "dHdv", branch = "files", sha = written["content"]!["sha"]!.GetValue<string>() });
        await github.ExpectAsync(409, "PUT", "contents/content/new.md", new { message = "m", content = "b25l" });
    }
}
