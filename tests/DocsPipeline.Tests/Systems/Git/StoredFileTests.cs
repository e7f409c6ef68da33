using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Systems.Git;
using DocsPipeline.Tests.Documents.Rules;
using DocsPipeline.Tests.Sandbox.GitHub;

namespace DocsPipeline.Tests.Systems.Git;

/// <summary>Files beside documents stay in the clone and are read when they are opened.</summary>
[Collection(nameof(Alone))]
public sealed class StoredFileTests(RunningGitHub github) : IClassFixture<RunningGitHub>, IAsyncLifetime
{
    private const int Size = 1024 * 1024;

    private readonly string folder = github.Folder($"clones/{Guid.NewGuid():N}");
    private GitRepository clone = null!;

    public async Task InitializeAsync() => clone = await new GitClones(github).OpenAsync(folder);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Only_what_lies_beside_documents_waits_until_it_is_opened()
    {
        var files = await ReadAsync(
            ("content/faq/a.md", 2_000), ("content/faq/a/b.png", 2_000), ("content/pipeline.yml", 2_000), ("schemas/c.json", 2_000));
        foreach (var stored in Directory.EnumerateFiles(Path.Combine(folder, "objects"), "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(stored, FileAttributes.Normal);
            File.Delete(stored);
        }

        foreach (var file in files)
        {
            file.Length.ShouldBe(2_000);
            if (file.Path == "content/faq/a/b.png")
            {
                Should.Throw<GitException>(file.OpenRead).Reason.ShouldContain(file.Path);
            }
            else
            {
                Digest.Of(file).ShouldBe(Digest.Of(Bytes(file.Path, 2_000)));
            }
        }
    }

    [Fact]
    public async Task A_hundred_pictures_are_listed_without_a_byte_of_them()
    {
        (string, int)[] pictures = [.. Enumerable.Range(0, 20).Select(number => ($"content/faq/a/{number:00}.png", Size))];
        var commit = await CommitAsync(pictures);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var files = await clone.ReadTreeAsync(commit, ["content"], default);

        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(Size);
        files.Sum(file => file.Length).ShouldBe(20 * Size);
    }

    [Fact]
    public async Task Files_are_opened_side_by_side_and_more_than_once()
    {
        var files = await ReadAsync([.. Enumerable.Range(0, 16).Select(number => ($"content/faq/a/{number:00}.png", 50_000 + number))]);
        using var first = files[0].OpenRead();
        first.ReadByte().ShouldBe(Bytes(files[0].Path, 1)[0]);

        Parallel.For(0, 64, number =>
        {
            var file = files[number % files.Count];
            Digest.Of(file).ShouldBe(Digest.Of(Bytes(file.Path, (int)file.Length)));
        });

        first.Position = 0;
        Digest.Of(first).ShouldBe(Digest.Of(Bytes(files[0].Path, 50_000)));
    }

    [Fact]
    public async Task What_the_disk_made_of_a_file_is_not_read()
    {
        var file = (await ReadAsync(("content/faq/a/b.png", 2_000))).ShouldHaveSingleItem();
        var (id, other) = (await StoreAsync(Bytes(file.Path, 2_000)), await StoreAsync(Bytes("other", 2_000)));
        var place = Path.Combine(folder, "objects", id[..2], id[2..]);
        File.SetAttributes(place, FileAttributes.Normal);
        File.Copy(Path.Combine(folder, "objects", other[..2], other[2..]), place, overwrite: true);

        Should.Throw<GitException>(file.OpenRead).Reason.ShouldContain("content/faq/a/b.png");
    }

    [Fact]
    public async Task A_pointer_into_large_file_storage_is_refused_though_nobody_opens_it()
    {
        var pointer = Encoding.UTF8.GetBytes("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n");
        var commit = await clone.CommitAsync(
            new CommitDraft(null, [TreeChange.Put("content/faq/a/b.png", pointer)], "Write", GitClones.Bot, GitClones.Noon), default);

        (await Should.ThrowAsync<PipelineException>(clone.ReadTreeAsync(commit, [], default)))
            .Diagnostics.ShouldHaveSingleItem().Message.ShouldContain("large-file storage");
    }

    [Fact]
    public async Task A_file_is_stored_while_it_is_read()
    {
        var path = Path.Combine(folder, "large.bin");
        await File.WriteAllBytesAsync(path, Bytes("large", 20 * Size));
        using var writer = clone.WriteBlobs();
        await using var file = File.OpenRead(path);
        file.Position = 5;
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var id = await writer.PutAsync(file, default);

        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(Size);
        id.ShouldBe(await StoreAsync(Bytes("large", 20 * Size)[5..]));
    }

    private async Task<IReadOnlyList<ContentFile>> ReadAsync(params (string Path, int Length)[] files) =>
        await clone.ReadTreeAsync(await CommitAsync(files), [], default);

    private Task<string> CommitAsync(params (string Path, int Length)[] files) => clone.CommitAsync(
        new CommitDraft(
            null,
            [.. files.Select(file => TreeChange.Put(file.Path, Bytes(file.Path, file.Length)))],
            "Write",
            GitClones.Bot,
            GitClones.Noon),
        default);

    // Nothing that could be pressed together, and for each path something else.
    private static byte[] Bytes(string path, int length)
    {
        var bytes = new byte[length];
        new Random(path.Sum(letter => letter) + (path.Length * 1000) + path[^5]).NextBytes(bytes);
        return bytes;
    }

    private async Task<string> StoreAsync(byte[] bytes)
    {
        using var writer = clone.WriteBlobs();
        return await writer.PutAsync(bytes, default);
    }
}
