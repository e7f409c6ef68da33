using System.Net.Http.Headers;
using System.Text.Json;

namespace DocsPipeline.Tests.Sandbox.Confluence;

public sealed class OpenApiConformanceTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private const string Root = "/wiki/api/v2";

    private readonly ConfluenceCaller bot = ConfluenceCaller.Bot(sandbox);
    private readonly List<string> faults = [];
    private OpenApiCheck check = null!;

    [DescribedFact]
    public async Task Answers_of_every_v2_route_fit_atlassians_description()
    {
        using var description = JsonDocument.Parse(await File.ReadAllBytesAsync(DescribedFactAttribute.Description));
        check = new OpenApiCheck(description.RootElement);

        await PagesAsync();
        await LabelsAttachmentsAndPropertiesAsync();
        await CommentsAsync();
        await FoldersAndLookupsAsync();

        faults.ShouldBeEmpty();
    }

    private async Task PagesAsync()
    {
        var page = await bot.PageAsync("Described");
        await bot.PageAsync("Described child", parentId: page);
        await GetAsync("/spaces", "?description-format=plain");
        await GetAsync("/spaces/{id}", "/spaces/98306?description-format=view");
        await GetAsync("/spaces/{id}/pages", "/spaces/98306/pages?body-format=storage&limit=2");
        await GetAsync("/spaces/{id}/labels", "/spaces/98306/labels");
        await GetAsync("/spaces/{id}/content/labels", "/spaces/98306/content/labels");
        await GetAsync("/pages", "?limit=3&sort=-modified-date&body-format=storage");
        await SendAsync("PUT", "/pages/{id}", $"/pages/{page}", ConfluenceCaller.Change(page, "Described", "<p>two</p>", 2));
        await SendAsync("PUT", "/pages/{id}", $"/pages/{page}", ConfluenceCaller.Change(page, "Described", "<p>draft</p>", 1, "draft"));
        await GetAsync(
            "/pages/{id}",
            $"/pages/{page}?body-format=storage&include-labels=true&include-properties=true&include-versions=true&include-operations=true"
            + "&include-likes=true");
        await GetAsync("/pages/{id}", $"/pages/{page}?version=1&body-format=view");
        await GetAsync("/pages/{id}", $"/pages/{page}?get-draft=true");
        await GetAsync("/pages/{id}/versions", $"/pages/{page}/versions?body-format=storage");
        await GetAsync("/pages/{page-id}/versions/{version-number}", $"/pages/{page}/versions/1");
        await GetAsync("/pages/{id}/children", $"/pages/{page}/children");
        await GetAsync("/pages/{id}/ancestors", $"/pages/{page}/ancestors");
        await GetAsync("/pages/{id}/operations", $"/pages/{page}/operations");
        await SendAsync(
            "POST", "/pages", "/pages",
            new
            {
                spaceId = "98306",
                title = "Described last",
                body = new { storage = new { representation = "storage", value = "<p />" } },
            });
        await SendAsync("DELETE", "/pages/{id}", $"/pages/{await bot.PageAsync("Described and gone")}", null);
    }

    private async Task LabelsAttachmentsAndPropertiesAsync()
    {
        var page = await bot.PageAsync("Described with things");
        await bot.PostAsync($"/wiki/rest/api/content/{page}/label", new[] { new { prefix = "global", name = "one" } });
        using var upload = new MultipartFormDataContent();
        using var file = new ByteArrayContent([1, 2, 3]);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        upload.Add(file, "file", "a.png");
        var attachment = (await bot.PostAsync($"/wiki/rest/api/content/{page}/child/attachment", upload)).Results[0]
            .GetProperty("id")
            .GetString();

        await GetAsync("/labels", "/labels");
        await GetAsync(
            "/labels/{id}/pages",
            $"/labels/{(await bot.GetAsync($"{Root}/pages/{page}/labels")).Results[0].GetProperty("id").GetString()}/pages");
        await GetAsync("/pages/{id}/labels", $"/pages/{page}/labels");
        await GetAsync("/attachments", "/attachments");
        await GetAsync("/attachments/{id}", $"/attachments/{attachment}");
        await GetAsync("/attachments/{id}/labels", $"/attachments/{attachment}/labels");
        await GetAsync("/attachments/{id}/versions", $"/attachments/{attachment}/versions");
        await GetAsync("/attachments/{attachment-id}/versions/{version-number}", $"/attachments/{attachment}/versions/1");
        await GetAsync("/pages/{id}/attachments", $"/pages/{page}/attachments");
        await SendAsync("POST", "/pages/{page-id}/properties", $"/pages/{page}/properties", new { key = "k", value = new { a = 1 } });
        await GetAsync("/pages/{page-id}/properties", $"/pages/{page}/properties");
        var property = (await bot.GetAsync($"{Root}/pages/{page}/properties")).Results[0].GetProperty("id").GetString();
        await GetAsync("/pages/{page-id}/properties/{property-id}", $"/pages/{page}/properties/{property}");
        await SendAsync(
            "PUT", "/pages/{page-id}/properties/{property-id}", $"/pages/{page}/properties/{property}",
            new { key = "k", value = "v", version = new { number = 2 } });
        await SendAsync("DELETE", "/pages/{page-id}/properties/{property-id}", $"/pages/{page}/properties/{property}", null);
        await SendAsync("DELETE", "/attachments/{id}", $"/attachments/{attachment}", null);
    }

    private async Task CommentsAsync()
    {
        var page = await bot.PageAsync("Described with comments", "<p>some words here</p>");
        var body = new { representation = "storage", value = "<p>hm</p>" };
        var inline = new
        {
            pageId = page,
            body,
            inlineCommentProperties = new { textSelection = "words", textSelectionMatchCount = 1, textSelectionMatchIndex = 0 },
        };
        foreach (var (kind, request) in new (string, object)[] { ("footer", new { pageId = page, body }), ("inline", inline) })
        {
            var id = (await SendAsync("POST", $"/{kind}-comments", $"/{kind}-comments", request))["id"].GetString();
            await SendAsync("POST", $"/{kind}-comments", $"/{kind}-comments", new { parentCommentId = id, body });
            await GetAsync($"/{kind}-comments", $"/{kind}-comments?body-format=storage");
            await GetAsync($"/pages/{{id}}/{kind}-comments", $"/pages/{page}/{kind}-comments?body-format=storage");
            await GetAsync($"/{kind}-comments/{{comment-id}}", $"/{kind}-comments/{id}?body-format=storage");
            await GetAsync($"/{kind}-comments/{{id}}/children", $"/{kind}-comments/{id}/children");
            await GetAsync($"/{kind}-comments/{{id}}/versions", $"/{kind}-comments/{id}/versions");
            await GetAsync($"/{kind}-comments/{{id}}/versions/{{version-number}}", $"/{kind}-comments/{id}/versions/1");
            await SendAsync("POST", "/comments/{comment-id}/properties", $"/comments/{id}/properties", new { key = "k", value = 1 });
            await SendAsync(
                "PUT", $"/{kind}-comments/{{comment-id}}", $"/{kind}-comments/{id}", new { version = new { number = 2 }, body });
            await SendAsync("DELETE", $"/{kind}-comments/{{comment-id}}", $"/{kind}-comments/{id}", null);
        }
    }

    private async Task FoldersAndLookupsAsync()
    {
        var folder = (await SendAsync("POST", "/folders", "/folders", new { spaceId = "98306", title = "Folder" }))["id"].GetString();
        await GetAsync("/folders/{id}", $"/folders/{folder}");
        await GetAsync("/folders/{id}/ancestors", $"/folders/{folder}/ancestors");
        await GetAsync("/folders/{id}/operations", $"/folders/{folder}/operations");
        await SendAsync("POST", "/folders/{id}/properties", $"/folders/{folder}/properties", new { key = "k", value = 1 });
        foreach (var kind in new[] { "whiteboards", "databases" })
        {
            var node = (
                await SendAsync(
                    "POST", $"/{kind}", $"/{kind}",
                    new { spaceId = "98306", title = $"One of the {kind}", parentId = folder }))["id"].GetString();
            await GetAsync($"/{kind}/{{id}}", $"/{kind}/{node}");
            await GetAsync($"/{kind}/{{id}}/ancestors", $"/{kind}/{node}/ancestors");
            await GetAsync($"/{kind}/{{id}}/operations", $"/{kind}/{node}/operations");
        }

        var property = (
            await SendAsync(
                "POST", "/spaces/{space-id}/properties", "/spaces/98306/properties",
                new { key = "k", value = new { a = 1 } }))["id"].GetString();
        await GetAsync("/spaces/{space-id}/properties", "/spaces/98306/properties?key=k");
        await GetAsync("/spaces/{space-id}/properties/{property-id}", $"/spaces/98306/properties/{property}");
        await SendAsync(
            "PUT", "/spaces/{space-id}/properties/{property-id}", $"/spaces/98306/properties/{property}",
            new { key = "k", value = 2, version = new { number = 2, message = "two" } });
        await SendAsync(
            "POST", "/content/convert-ids-to-types", "/content/convert-ids-to-types", new { contentIds = new[] { folder, "98310", "1" } });
        await SendAsync("POST", "/users-bulk", "/users-bulk", new { accountIds = new[] { "712020:0d0c5b07-0000-4000-8000-000000000001" } });
        await GetAsync("/pages/{id}/likes/count", "/pages/98310/likes/count");
        await GetAsync("/pages/{id}/likes/users", "/pages/98310/likes/users");
        const string Task = "<ac:task><ac:task-id>7</ac:task-id><ac:task-status>incomplete</ac:task-status><ac:task-body>by <time "
            + "datetime=\"2027-01-02\" /></ac:task-body></ac:task>";
        var page = await bot.PageAsync("Described tasks", $"<ac:task-list>{Task}</ac:task-list>");
        var task = (await GetAsync("/tasks", $"/tasks?page-id={page}&body-format=storage")).Results.Single().GetProperty("id").GetString();
        (await SendAsync("PUT", "/tasks/{id}", $"/tasks/{task}", new { status = "complete" }))["status"].GetString().ShouldBe("complete");
        (await GetAsync("/tasks/{id}", $"/tasks/{task}"))["status"].GetString().ShouldBe("complete");
        (await bot.GetAsync($"{Root}/pages/{page}?body-format=storage")).Body.ShouldContain("<ac:task-status>complete</ac:task-status>");
        await SendAsync("DELETE", "/folders/{id}", $"/folders/{folder}", null);
    }

    private Task<Answer> GetAsync(string template, string path) =>
        SendAsync("GET", template, path.StartsWith('?') ? template + path : path, null);

    private async Task<Answer> SendAsync(string method, string template, string path, object? body)
    {
        var answer = await bot.SendAsync(new HttpMethod(method), Root + path, body);
        faults.AddRange(check.Faults(method, template, (int)answer.Status, answer.Json));
        return answer;
    }
}
