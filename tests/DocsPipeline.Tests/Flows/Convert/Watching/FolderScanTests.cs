using DocsPipeline.Flows.Convert;
using DocsPipeline.Flows.Convert.Watching;

namespace DocsPipeline.Tests.Flows.Convert.Watching;

/// <summary>What is seen of a folder, and what two looks at it say; no clock but the one that is handed in.</summary>
public sealed class FolderScanTests : IDisposable
{
    private static readonly DateTime Long = new(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime Saved = new(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly string root = Directory.CreateTempSubdirectory("scan").FullName;

    [Fact]
    public void A_file_that_is_written_twice_within_one_step_of_the_clock_is_another()
    {
        Write("a.xml", "<p>1</p>", Saved);
        var first = Scan(FolderScan.None, Saved);
        Write("a.xml", "<p>2</p>", Saved);

        Scan(first, Saved.AddSeconds(1)).Files["a.xml"].ShouldNotBe(first.Files["a.xml"]);
        Scan(first, Saved.AddHours(1)).Files["a.xml"].ShouldNotBe(first.Files["a.xml"]);
    }

    [Fact]
    public void A_file_that_stays_as_it_is_is_the_same_however_old_it_grows()
    {
        Write("a.xml", "<p>1</p>", Saved);
        Write("b.xml", "<p>1</p>", Long);
        var scan = Scan(FolderScan.None, Saved);
        foreach (var seconds in new[] { 0, 1, 5, 60, 3600 })
        {
            var next = Scan(scan, Saved.AddSeconds(seconds));
            next.Files.ShouldBe(scan.Files, ignoreOrder: true);
            scan = next;
        }
    }

    [Fact]
    public void Only_a_file_that_is_young_is_read()
    {
        Write("old.xml", "<p>1</p>", Long);
        Write("young.xml", "<p>1</p>", Saved);
        var scan = Scan(FolderScan.None, Saved);
        scan.Files["old.xml"].Content.ShouldBeNull();
        scan.Files["young.xml"].Content.ShouldNotBeNull();
    }

    [Fact]
    public void Extensions_may_be_capital_and_hidden_files_and_others_are_none_of_ours()
    {
        foreach (var name in new[] { "a.xml", "B.XML", "sub/c.Xhtml", ".hidden.xml", "d.md", "e.xml~", "f.xml.swp" })
        {
            Write(name, "<p>1</p>", Long);
        }

        Scan(FolderScan.None, Saved).Files.Keys.ShouldBe(["B.XML", "a.xml", "sub/c.Xhtml"], ignoreOrder: true);
    }

    [Fact]
    public void What_changed_and_what_is_gone_is_told_by_two_looks()
    {
        var request = new ConvertRequest(ConvertFormat.Storage, ConvertFormat.Markdown, root, "out");
        Write("same.xml", "<p>1</p>", Long);
        Write("edited.xml", "<p>1</p>", Long);
        Write("gone.xml", "<p>1</p>", Long);
        Write("renamed.xml", "<p>1</p>", Long);
        var before = WatchedState.None(request).Next(request, Saved);
        Write("edited.xml", "<p>12</p>", Long);
        Write("sub/new.xml", "<p>1</p>", Long);
        File.Delete(Path.Combine(root, "gone.xml"));
        File.Move(Path.Combine(root, "renamed.xml"), Path.Combine(root, "renamed.XML"));
        var after = before.Next(request, Saved);

        after.ChangedSince(before).ShouldBe(["edited.xml", "renamed.XML", "sub/new.xml"]);
        after.GoneSince(before).ShouldBe([("gone.md", "gone.xml")]);
        after.Next(request, Saved).ChangedSince(after).ShouldBeEmpty();
    }

    [Fact]
    public void A_page_that_changes_changes_the_document_that_is_spliced_into_it()
    {
        var request = new ConvertRequest(
            ConvertFormat.Markdown, ConvertFormat.Storage, Path.Combine(root, "md"), "out", Path.Combine(root, "pages"));
        Write("md/a.md", "one", Long);
        Write("md/b.md", "one", Long);
        Write("pages/a.XML", "<p>1</p>", Long);
        Write("pages/c.xml", "<p>1</p>", Long);
        var before = WatchedState.None(request).Next(request, Saved);
        Write("pages/a.XML", "<p>12</p>", Long);
        Write("pages/c.xml", "<p>12</p>", Long);

        before.Next(request, Saved).ChangedSince(before).ShouldBe(["a.md"]);
        before.Inputs.OutputOf("a.md").ShouldBe("a.XML");
        before.Inputs.OutputOf("b.md").ShouldBe("b.xml");
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private FolderScan Scan(FolderScan before, DateTime now) => FolderScan.Of(root, ConvertFormat.Storage, before, now);

    private void Write(string path, string text, DateTime changed)
    {
        var file = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        File.SetLastWriteTimeUtc(file, changed);
    }
}
