using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocsPipeline.Systems;
using DocsPipeline.Systems.Confluence;
using DocsPipeline.Systems.Http;
using DocsPipeline.Tests.Sandbox;
using DocsPipeline.Tests.Systems.Http;

namespace DocsPipeline.Tests.Systems.Confluence;

/// <summary>The same promises in both dialects, and through the gateway for scoped tokens.</summary>
public abstract class ConfluenceClientTests(string path) : IAsyncLifetime
{
    private readonly RunningSandbox sandbox = new();
    private readonly LossyNetwork network = new();
    private readonly RequestLog log = new();
    private protected ConfluenceClient confluence = null!;
    private ConfluenceSpace space = null!;

    private protected abstract ConfluenceConnection Connect(Uri address);

    public async Task InitializeAsync()
    {
        await sandbox.InitializeAsync();
        confluence = new ConfluenceClient(Connect(new Uri(sandbox.Host.Address, path)), new Transport { Handler = network, Log = log });
        space = (await confluence.FindSpaceAsync("EDI", default))!;
    }

    public async Task DisposeAsync()
    {
        confluence.Dispose();
        network.Dispose();
        await sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Lists_every_page_of_a_space_once_and_without_its_body()
    {
        for (var number = 0; number < 3; number++)
        {
            await Create($"Page {number}", $"<p>Body {number}</p>");
        }

        var pages = await confluence.ListPagesAsync(space, default);

        pages.Select(page => page.Id).ShouldBeUnique();
        pages.Count(page => page.Title.StartsWith("Page ", StringComparison.Ordinal)).ShouldBe(3);
        pages.ShouldAllBe(
            page => page.Version >= 1 && page.CreatedAt > DateTimeOffset.UnixEpoch
                && !page.Url.AbsolutePath.StartsWith("/ex/", StringComparison.Ordinal) && page.Body == "");
        Plain((await confluence.FindPageByTitleAsync(space, "Page 1", default))!.Body).ShouldBe("<p>Body 1</p>");
    }

    [Fact]
    public async Task Hands_over_each_page_that_is_asked_for_with_its_body()
    {
        var ids = new List<string>();
        for (var number = 0; number < 30; number++)
        {
            ids.Add((await Create($"Page {number}", $"<p>Body {number}</p>")).Id);
        }

        var read = new ConcurrentDictionary<string, ConfluencePage>();
        await confluence.ReadPagesAsync([.. ids, "4711471147114711"], (page, _) => Task.FromResult(read.TryAdd(page.Id, page)), default);

        ids.Select(id => Plain(read[id].Body)).ShouldBe(Enumerable.Range(0, 30).Select(number => $"<p>Body {number}</p>"));
        read.Count.ShouldBe(30);
        var listed = (await confluence.ListPagesAsync(space, default)).ToDictionary(page => page.Id);
        read.Values.Select(page => page with { Body = "" }).ShouldBe(read.Keys.Select(id => listed[id]));
    }

    [Fact]
    public async Task Finds_the_files_that_came_after_a_moment_and_no_older_ones()
    {
        var page = await Create("Files", "<p />");
        await confluence.UploadAsync(page.Id, "a.png", new byte[] { 1 }, "image/png", "", default);
        var moment = (await confluence.ListAttachmentsAsync(page.Id, default)).ShouldHaveSingleItem().ModifiedAt;
        await Task.Delay(5);
        await confluence.UploadAsync(page.Id, "b.png", new byte[] { 2 }, "image/png", "", default);
        await confluence.UploadAsync(page.Id, "c.png", new byte[] { 3 }, "image/png", "", default);

        var found = await confluence.ListAttachmentsSinceAsync([space], moment, default);

        found.Select(file => (file.PageId, file.FileName)).ShouldBe([(page.Id, "b.png"), (page.Id, "c.png")], ignoreOrder: true);
        (await confluence.DownloadAsync(found.Single(file => file.FileName == "b.png"), default)).ToArray().ShouldBe([2]);
    }

    [Fact]
    public async Task Tells_what_a_page_lies_below_from_the_top_down()
    {
        var parent = await Create("Parent", "<p />");
        var child = await confluence.CreatePageAsync(new NewPage(space, "Child", "<p />", parent.Id), default);

        (await confluence.ListAncestorsAsync(child!.Id, "page", default))
            .Select(ancestor => (ancestor.Id, ancestor.Type))
            .ShouldBe([(space.HomepageId!, "page"), (parent.Id, "page")]);
    }

    [Fact]
    public async Task What_does_not_exist_is_null()
    {
        (await confluence.FindSpaceAsync("NOSUCHSPACE", default)).ShouldBeNull();
        (await confluence.FindPageAsync("4711471147114711", default)).ShouldBeNull();
        (await confluence.FindPageByTitleAsync(space, "No such title", default)).ShouldBeNull();
        (await confluence.FindPropertyAsync((await Create("P", "<p />")).Id, "no-such-key", default)).ShouldBeNull();
    }

    [Fact]
    public async Task Keeps_the_body_of_every_version()
    {
        var first = await Create("Guide", "<p>One</p>");
        var second = await confluence.UpdatePageAsync(new PageChange(first, "Guide", "<p>Two</p>", "Second"), default);

        second!.Version.ShouldBe(2);
        Plain((await confluence.FindPageAsync(first.Id, default, version: 1))!.Body).ShouldBe("<p>One</p>");
        Plain((await confluence.FindPageAsync(first.Id, default, version: 2))!.Body).ShouldBe("<p>Two</p>");
        Plain((await confluence.FindPageAsync(first.Id, default))!.Body).ShouldBe("<p>Two</p>");
    }

    [Fact]
    public async Task An_edit_by_somebody_else_is_not_overwritten()
    {
        var read = await Create("Guide", "<p>One</p>");
        await confluence.UpdatePageAsync(new PageChange(read, "Guide", "<p>Theirs</p>", "Theirs"), default);

        (await confluence.UpdatePageAsync(new PageChange(read, "Guide", "<p>Ours</p>", "Ours"), default)).ShouldBeNull();

        Plain((await confluence.FindPageAsync(read.Id, default))!.Body).ShouldBe("<p>Theirs</p>");
    }

    [Fact]
    public async Task A_title_that_is_taken_is_not_taken_over()
    {
        var first = await Create("Guide", "<p>One</p>");

        (await confluence.CreatePageAsync(new NewPage(space, "Guide", "<p>Two</p>"), default)).ShouldBeNull();

        Plain((await confluence.FindPageAsync(first.Id, default))!.Body).ShouldBe("<p>One</p>");
    }

    [Fact]
    public async Task A_body_that_is_not_xml_is_refused_and_not_called_a_conflict()
    {
        var broken = confluence.CreatePageAsync(new NewPage(space, "Broken", "<p>One"), default);
        (await Should.ThrowAsync<RemoteException>(broken)).Status.ShouldBe(400);
    }

    [Fact]
    public async Task Hangs_a_page_below_its_parent()
    {
        var parent = await Create("Parent", "<p />");
        var child = await confluence.CreatePageAsync(new NewPage(space, "Child", "<p />", parent.Id), default);

        (await confluence.FindPageAsync(child!.Id, default))!.ParentId.ShouldBe(parent.Id);
        (await confluence.FindPageAsync(parent.Id, default))!.ParentId.ShouldNotBeNull();
    }

    [Fact]
    public async Task Carries_attachments_there_and_back_without_showing_the_token_to_the_media_host()
    {
        var page = await Create("Files", "<p />");
        var name = "Sche\u0301ma \u00e9t\u00e9.bin";
        await confluence.UploadAsync(page.Id, name, new byte[] { 0, 13, 10, 255 }, "application/octet-stream", "sha256", default);
        await confluence.UploadAsync(page.Id, name, new byte[] { 1, 2 }, "application/octet-stream", "sha256", default);
        var seen = new List<string>();
        network.Loses = request =>
        {
            seen.Add($"{request.RequestUri!.Host} {(request.Headers.Authorization is null ? "without" : "with")}");
            return false;
        };

        var file = (await confluence.ListAttachmentsAsync(page.Id, default)).ShouldHaveSingleItem();

        (file.FileName, file.Size, file.Version).ShouldBe((name, 2, 2));
        (await confluence.DownloadAsync(file, default)).ToArray().ShouldBe([1, 2]);
        seen.ShouldNotContain(
            host => host.StartsWith("localhost", StringComparison.Ordinal) && host.EndsWith(" with", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Writes_labels_and_properties()
    {
        var page = await Create("Guide", "<p>One</p>");

        await confluence.AddLabelsAsync(page.Id, ["case-record", "acme"], default);
        await confluence.AddLabelsAsync(page.Id, ["acme"], default);
        (await confluence.ListLabelsAsync(page.Id, default)).ShouldBe(["case-record", "acme"], ignoreOrder: true);

        (await confluence.PutPropertyAsync(page.Id, "docs-pipeline", Hash("a"), null, default)).ShouldBeTrue();
        var known = await confluence.FindPropertyAsync(page.Id, "docs-pipeline", default);
        known!.Value.GetProperty("sha256").GetString().ShouldBe("a");
        (await confluence.PutPropertyAsync(page.Id, "docs-pipeline", Hash("b"), known, default)).ShouldBeTrue();
        (await confluence.PutPropertyAsync(page.Id, "docs-pipeline", Hash("c"), known, default)).ShouldBeFalse();
        (await confluence.FindPropertyAsync(page.Id, "docs-pipeline", default))!.Value.GetProperty("sha256").GetString().ShouldBe("b");
    }

    [Fact]
    public async Task Sees_no_restriction_and_no_draft_where_there_is_none()
    {
        var page = await Create("Guide", "<p>One</p>");

        (await confluence.IsRestrictedAsync(page.Id, default)).ShouldBeFalse();
        (await confluence.HasDraftAsync(page.Id, default)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_creation_whose_answer_was_lost_is_unknown_and_found_by_its_title()
    {
        network.Loses = request => request.Method == HttpMethod.Post;
        await Should.ThrowAsync<UnknownOutcomeException>(
            confluence.CreatePageAsync(new NewPage(space, "Case TG-1", "<p>One</p>"), default));
        network.Loses = _ => false;

        Plain((await confluence.FindPageByTitleAsync(space, "Case TG-1", default))!.Body).ShouldBe("<p>One</p>");
    }

    // Cloud gives every block an id when it saves.
    private protected static string Plain(string body) => Regex.Replace(body, " local-id=\"[^\"]*\"", "");

    private static JsonElement Hash(string value) => JsonSerializer.SerializeToElement(new { sha256 = value });

    private protected async Task<ConfluencePage> Create(string title, string body) =>
        (await confluence.CreatePageAsync(new NewPage(space, title, body), default))!;
}

public sealed class CloudTests() : ConfluenceClientTests("wiki")
{
    private protected override ConfluenceConnection Connect(Uri address) =>
        new(address, "docs-bot@halden.example", new Secret("sandbox-confluence-token"));

    [Fact]
    public async Task Comments_below_the_page()
    {
        var page = await Create("Guide", "<p>One</p>");

        var comment = await confluence.AddFooterCommentAsync(page.Id, "<p>Hello</p>", default);

        var found = (await confluence.ListFooterCommentsAsync(page.Id, default)).ShouldHaveSingleItem();
        (found.Id, Plain(found.Body)).ShouldBe((comment.Id, "<p>Hello</p>"));
        (await confluence.ListInlineCommentsAsync(page.Id, default)).ShouldBeEmpty();
    }
}

public sealed class GatewayTests() : ConfluenceClientTests("ex/confluence/6f1c2c56-1f0e-4d53-9c1c-5a0d0c0ffee5/wiki")
{
    private protected override ConfluenceConnection Connect(Uri address) =>
        new(address, "docs-bot@halden.example", new Secret("sandbox-confluence-token"));
}

public sealed class DataCenterTests() : ConfluenceClientTests("dc")
{
    private protected override ConfluenceConnection Connect(Uri address) => new(address, null, new Secret("sandbox-confluence-pat"));
}
