using System.Net;
using System.Text;

namespace DocsPipeline.Tests.Sandbox.Confluence;

public sealed class AttachmentTests(RunningSandbox sandbox) : IClassFixture<RunningSandbox>
{
    private readonly ConfluenceCaller bot = ConfluenceCaller.Bot(sandbox);

    [Fact]
    public async Task The_bytes_are_on_another_host_behind_a_signed_address_that_takes_no_credentials()
    {
        var (page, attachment) = await UploadedAsync("Download", "a.txt", "hello");

        var redirect = await bot.GetAsync($"/wiki/rest/api/content/{page}/child/attachment/{attachment}/download");

        redirect.Status.ShouldBe(HttpStatusCode.Found);
        var media = redirect.Headers.Location!;
        media.Host.ShouldBe("localhost");
        (await sandbox.Client.GetStringAsync(media)).ShouldBe("hello");
        (await bot.GetAsync(media.ToString())).Status.ShouldBe(HttpStatusCode.BadRequest);
        using var forged = await sandbox.Client.GetAsync(
            new Uri(media.ToString().Replace("version=1", "version=2", StringComparison.Ordinal)));
        forged.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_old_download_address_answers_401_on_cloud_and_the_bytes_on_data_center()
    {
        var (page, _) = await UploadedAsync("Old address", "b.txt", "hello");
        (await bot.GetAsync($"/wiki/download/attachments/{page}/b.txt")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await ConfluenceCaller.DataCenter(sandbox).GetAsync($"/dc/download/attachments/{page}/b.txt")).Text.ShouldBe("hello");
    }

    [Theory]
    [InlineData("Übersicht.png")]
    [InlineData("U\u0308bersicht.png")]
    [InlineData("한글 \u1112\u1161\u11ab.png")]
    public async Task A_name_stays_composed_or_decomposed_as_it_came(string name)
    {
        var (page, attachment) = await UploadedAsync($"Name {name}", name, "x");
        var listed = (await bot.GetAsync($"/wiki/api/v2/pages/{page}/attachments")).Results.Single();
        listed.GetProperty("title").GetString().ShouldBe(name);
        listed.GetProperty("id").GetString().ShouldBe(attachment);
    }

    [Fact]
    public async Task The_same_name_twice_is_refused_and_a_new_version_is_not()
    {
        var (page, attachment) = await UploadedAsync("Versions", "c.txt", "one");
        (await UploadAsync($"/wiki/rest/api/content/{page}/child/attachment", "c.txt", "two")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await UploadAsync($"/wiki/rest/api/content/{page}/child/attachment/{attachment}/data", "c.txt", "two"))
            .Status.ShouldBe(HttpStatusCode.OK);

        (await bot.GetAsync($"/wiki/api/v2/attachments/{attachment}"))["version"].GetProperty("number").GetInt32().ShouldBe(2);
        var old = await bot.GetAsync($"/wiki/rest/api/content/{page}/child/attachment/{attachment}/download?version=1");
        (await sandbox.Client.GetStringAsync(old.Headers.Location)).ShouldBe("one");
    }

    [Fact]
    public async Task An_upload_without_the_xsrf_header_is_refused()
    {
        var page = await bot.PageAsync("Without header");
        using var form = Form("d.txt", "x");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/wiki/rest/api/content/{page}/child/attachment") { Content = form };
        request.Headers.Add(
            "Authorization", "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("docs-bot@halden.example:sandbox-confluence-token")));
        using var response = await sandbox.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await bot.GetAsync($"/wiki/api/v2/pages/{page}/attachments")).Results.ShouldBeEmpty();
    }

    private async Task<(string Page, string Attachment)> UploadedAsync(string title, string name, string text)
    {
        var page = await bot.PageAsync(title);
        var made = await UploadAsync($"/wiki/rest/api/content/{page}/child/attachment", name, text);
        made.Status.ShouldBe(HttpStatusCode.OK, made.Text);
        return (page, made.Results[0].GetProperty("id").GetString()!);
    }

    private async Task<Answer> UploadAsync(string path, string name, string text)
    {
        using var form = Form(name, text);
        return await bot.PostAsync(path, form);
    }

    private static MultipartFormDataContent Form(string name, string text)
    {
#pragma warning disable CA2000 // The form owns its parts.
        return new MultipartFormDataContent { { new StringContent(text), "file", name } };
#pragma warning restore CA2000
    }
}
