using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Sandbox.GitHub;

public sealed partial class PageTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    private const string Home = "/github/halden/partner-docs";

    [Fact]
    public async Task A_reviewer_approves_and_merges_by_pressing_buttons()
    {
        var pull = await github.PullAsync("buttons", ("content/faq/buttons.md", "---\nid: buttons\n---\n\n# Buttons\n"));
        var cookie = await SignInAsync("mara-lind");

        var page = await PageAsync($"{Home}/pull/{pull}", cookie);
        page.ShouldContain("At least 1 approving review is required");
        page.ShouldContain("id: buttons");
        (await SendAsync($"{Home}/pull/{pull}/review", cookie, Fields(page, ("event", "APPROVE")))).ShouldBe(302);

        page = await PageAsync($"{Home}/pull/{pull}", cookie);
        page.ShouldContain("mara-lind approved");
        (await SendAsync($"{Home}/pull/{pull}/merge", cookie, Fields(page, ("method", "squash")))).ShouldBe(302);
        (await github.ExpectAsync(200, "GET", $"pulls/{pull}"))["merged_by"]!["login"]!.GetValue<string>().ShouldBe("mara-lind");
    }

    [Fact]
    public async Task A_decision_about_an_older_state_does_not_count()
    {
        var pull = await github.PullAsync("moved");
        var cookie = await SignInAsync("mara-lind");
        var page = await PageAsync($"{Home}/pull/{pull}", cookie);
        await github.CommitAsync("moved", "bot", ("content/faq/one.md", "# One\n\nother\n"));

        (await SendAsync($"{Home}/pull/{pull}/review", cookie, Fields(page, ("event", "APPROVE")))).ShouldBe(409);
        (await github.CallAsync("GET", $"pulls/{pull}/reviews")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_without_its_secret_does_nothing()
    {
        var pull = await github.PullAsync("forged");
        var cookie = await SignInAsync("mara-lind");
        var fields = Fields(await PageAsync($"{Home}/pull/{pull}", cookie), ("event", "APPROVE"));
        fields["csrf"] = new string('0', 32);

        (await SendAsync($"{Home}/pull/{pull}/review", cookie, fields)).ShouldBe(403);
        (await github.CallAsync("GET", $"pulls/{pull}/reviews")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_of_others_stays_text()
    {
        var issue = await github.ExpectAsync(201, "POST", "issues", new
        {
            title = "<script>alert(1)</script>",
            body = "<img src=x onerror=alert(1)> [click](javascript:alert(1)) <!-- hidden --> **bold** `<b>`\n\n"
                + "> [!WARNING]\n> <svg onload=alert(1)>\n\n![x](https://evil.example/p.png)",
        });
        var page = await PageAsync($"{Home}/issues/{issue["number"]}", "");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("<img src=x");
        page.ShouldNotContain("<svg");
        page.ShouldNotContain("href=\"javascript:");
        page.ShouldNotContain("<img src=\"https://evil.example");
        page.ShouldNotContain("hidden --");
        page.ShouldContain("<strong>bold</strong>");
        page.ShouldContain("<code>&lt;b&gt;</code>");
    }

    [Fact]
    public async Task Ten_thousand_quotes_in_each_other_do_not_take_the_sandbox_down()
    {
        var issue = await github.ExpectAsync(201, "POST", "issues", new { title = "deep", body = new string('>', 10_000) + "x" });
        (await PageAsync($"{Home}/issues/{issue["number"]}", "")).ShouldContain("deep");
    }

    [Fact]
    public async Task Signing_in_leads_to_pages_of_this_site_only()
    {
        foreach (var elsewhere in (string[])["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"])
        {
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["login"] = "mara-lind", ["return"] = elsewhere });
            using var answer = await github.Client.PostAsync("/github/login", form);
            answer.Headers.Location!.ToString().ShouldBe("/github/login");
        }
    }

    [Fact]
    public async Task Every_page_opens()
    {
        var pull = await github.PullAsync("all-pages");
        var sha = await github.TipAsync("all-pages");
        foreach (var path in (string[])
        [
            "", "/pulls", "/pulls?state=all", "/issues", $"/pull/{pull}", $"/pull/{pull}.diff", $"/commit/{sha}", "/tree/main/content",
            "/blob/all-pages/content/faq/one.md", "/raw/main/content/faq/one.md",
        ])
        {
            using var answer = await github.Client.GetAsync(Home + path);
            ((int)answer.StatusCode).ShouldBe(200, path);
        }
    }

    private async Task<string> SignInAsync(string login)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["login"] = login, ["return"] = Home });
        using var answer = await github.Client.PostAsync("/github/login", form);
        return answer.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    private async Task<string> PageAsync(string path, string cookie)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await github.Client.SendAsync(request);
        ((int)answer.StatusCode).ShouldBe(200);
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<int> SendAsync(string path, string cookie, Dictionary<string, string> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.TryAddWithoutValidation("Cookie", cookie);
        using var answer = await github.Client.SendAsync(request);
        return (int)answer.StatusCode;
    }

    private static Dictionary<string, string> Fields(string page, params (string Name, string Value)[] more)
    {
        var fields = Hidden().Matches(page).DistinctBy(match => match.Groups[1].Value)
            .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        return fields;
    }

    [GeneratedRegex("""<input type="hidden" name="(\w+)" value="([^"]*)">""")]
    private static partial Regex Hidden();
}
