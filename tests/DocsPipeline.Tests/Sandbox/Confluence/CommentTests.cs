using System.Net;

namespace DocsPipeline.Tests.Sandbox.Confluence;

public sealed class CommentTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private readonly ConfluenceCaller bot = ConfluenceCaller.Bot(sandbox);

    [Fact]
    public async Task An_inline_comment_marks_the_body_and_leaves_the_version()
    {
        var (page, comment) = await CommentedAsync("Marked");

        var read = await bot.GetAsync($"/wiki/api/v2/pages/{page}?body-format=storage");
        read["version"].GetProperty("number").GetInt32().ShouldBe(1);
        var marker = comment["properties"].GetProperty("inlineMarkerRef").GetString();
        read.Body.ShouldContain($"<ac:inline-comment-marker ac:ref=\"{marker}\">late orders</ac:inline-comment-marker>");
    }

    [Fact]
    public async Task A_comment_whose_marker_was_overwritten_dangles()
    {
        var (page, comment) = await CommentedAsync("Overwritten");
        var inline = $"/wiki/api/v2/pages/{page}/inline-comments";
        (await bot.GetAsync($"{inline}?resolution-status=open")).Results.Count.ShouldBe(1);

        await bot.PutAsync($"/wiki/api/v2/pages/{page}", ConfluenceCaller.Change(page, "Overwritten", "<p>late orders</p>", 2));

        (await bot.GetAsync($"{inline}?resolution-status=open")).Results.ShouldBeEmpty();
        (await bot.GetAsync($"{inline}?resolution-status=dangling")).Results
            .Single()
            .GetProperty("id")
            .GetString()
            .ShouldBe(comment["id"].GetString());
    }

    [Fact]
    public async Task A_selection_that_is_not_there_is_refused_and_marks_nothing()
    {
        var page = await bot.PageAsync("Not there", "<p>text</p>");
        var before = await bot.GetAsync($"/wiki/api/v2/pages/{page}?body-format=storage");
        (await InlineAsync(page, "other text")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await bot.GetAsync($"/wiki/api/v2/pages/{page}?body-format=storage")).Body.ShouldBe(before.Body);
    }

    [Fact]
    public async Task A_resolved_comment_can_be_reopened()
    {
        var (_, comment) = await CommentedAsync("Resolved");
        var address = $"/wiki/api/v2/inline-comments/{comment["id"].GetString()}";
        (await bot.PutAsync(address, new { version = new { number = 2 }, resolved = true }))["resolutionStatus"]
            .GetString()
            .ShouldBe("resolved");
        (await bot.PutAsync(address, new { version = new { number = 3 }, resolved = false }))["resolutionStatus"]
            .GetString()
            .ShouldBe("reopened");
        (await bot.PutAsync(address, new { version = new { number = 3 }, resolved = true })).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_reply_is_a_child_of_its_comment_and_not_of_the_page()
    {
        var page = await bot.PageAsync("Replied");
        var body = new { representation = "storage", value = "<p>hm</p>" };
        var root = (await bot.PostAsync("/wiki/api/v2/footer-comments", new { pageId = page, body }))["id"].GetString();
        await bot.PostAsync("/wiki/api/v2/footer-comments", new { parentCommentId = root, body });

        (await bot.GetAsync($"/wiki/api/v2/pages/{page}/footer-comments")).Results.Count.ShouldBe(1);
        (await bot.GetAsync($"/wiki/api/v2/footer-comments/{root}/children")).Results
            .Single()
            .GetProperty("parentCommentId")
            .GetString()
            .ShouldBe(root);
    }

    private async Task<(string Page, Answer Comment)> CommentedAsync(string title)
    {
        var page = await bot.PageAsync(title, "<p>What about late orders?</p>");
        var comment = await InlineAsync(page, "late orders");
        comment.Status.ShouldBe(HttpStatusCode.Created, comment.Text);
        return (page, comment);
    }

    private Task<Answer> InlineAsync(string page, string selection) => bot.PostAsync("/wiki/api/v2/inline-comments", new
    {
        pageId = page,
        body = new { representation = "storage", value = "<p>hm</p>" },
        inlineCommentProperties = new { textSelection = selection, textSelectionMatchCount = 1, textSelectionMatchIndex = 0 },
    });
}
