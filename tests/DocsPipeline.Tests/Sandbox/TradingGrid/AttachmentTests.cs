using System.Text;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

public sealed class AttachmentTests(GridWorld world) : IClassFixture<GridWorld>
{
    private const string Eicar = @"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private GridCaller Pipeline => world.Pipeline;

    [Fact]
    public async Task A_file_is_addressed_by_its_bytes_and_uploaded_once()
    {
        var sha256 = GridWorld.Sha256("file one");
        using var first = new StringContent("file one", Encoding.UTF8, "text/plain");
        using var second = new StringContent("file one", Encoding.UTF8, "text/plain");
        using var other = new StringContent("file two", Encoding.UTF8, "text/plain");

        (await Pipeline.PutAsync($"/attachments/{sha256}", first)).Is(201).Text("scanStatus").ShouldBe("pending");
        (await Pipeline.PutAsync($"/attachments/{sha256}", second)).Is(200);
        (await Pipeline.PutAsync($"/attachments/{sha256}", other)).Is(422).Pointers.ShouldBe([" sha256_mismatch"]);
    }

    [Fact]
    public async Task A_document_waits_until_its_file_is_clean_and_the_key_stays_free()
    {
        var sha256 = await world.UploadAsync("waiting file");
        var draft = (await world.CreateAsync("with-file", Draft(sha256))).Is(201);

        (await Pipeline.PostAsync($"/documents/{draft.Id}/publish", new { revision = 1 }, "with-file-1"))
            .Is(409, "attachments_not_clean").Pointers
            .ShouldBe(["/attachments/0 not_clean"]);
        (await Pipeline.GetAsync($"/attachments/{sha256}/content")).Is(409, "attachment_not_clean");
        await world.WaitAsync(2);

        var published = (await Pipeline.PostAsync($"/documents/{draft.Id}/publish", new { revision = 1 }, "with-file-1")).Is(200);
        published.Replayed.ShouldBeFalse();
        published["published"].GetProperty("attachments")[0].GetProperty("scanStatus").GetString().ShouldBe("clean");
        Encoding.UTF8.GetString((await Pipeline.GetAsync($"/attachments/{sha256}/content")).Is(200).Bytes).ShouldBe("waiting file");
    }

    [Fact]
    public async Task An_infected_file_is_never_published_nor_handed_out()
    {
        var sha256 = await world.UploadCleanAsync(Eicar, "application/octet-stream");
        var draft = (await world.CreateAsync("infected", Draft(sha256))).Is(201);

        (await Pipeline.GetAsync($"/attachments/{sha256}")).Text("scanStatus").ShouldBe("infected");
        (await Pipeline.PostAsync($"/documents/{draft.Id}/publish", new { revision = 1 })).Is(409, "attachments_not_clean");
        (await Pipeline.GetAsync($"/attachments/{sha256}/content")).Is(409, "attachment_not_clean");
    }

    [Fact]
    public async Task A_file_that_was_not_uploaded_cannot_be_referred_to() =>
        (await world.CreateAsync("no-file", Draft(new string('0', 64))))
            .Is(422).Pointers
            .ShouldBe(["/attachments/0/sha256 unknown_attachment"]);

    [Fact]
    public async Task More_than_25_MiB_is_too_large()
    {
        using var large = new ByteArrayContent(new byte[(25 * 1024 * 1024) + 1]);
        large.Headers.ContentType = new("application/octet-stream");

        (await Pipeline.PutAsync($"/attachments/{new string('1', 64)}", large)).Is(413, "too_large");
    }

    private static Dictionary<string, object?> Draft(string sha256) =>
        GridWorld.Draft("With a file", fields: ("attachments", new[] { new { sha256, fileName = "file.txt" } }));
}
