using System.Text.Json;
using DocsPipeline.Flows.Convert;

namespace DocsPipeline.Tests.Flows.Convert.Watching;

public sealed class ConvertWatchTests : IAsyncLifetime
{
    private readonly RunningWatch watch = new();

    [Fact]
    public async Task Whatever_changes_is_converted_again_and_nothing_else()
    {
        watch.Write("in/a.xml", "<p>one</p>");
        watch.Write("in/b.xml", "<p>two</p>");
        await watch.StartAsync();
        watch.Read("out/a.md").ShouldBe("one\n");
        watch.Told.ShouldBeEmpty();

        watch.Write("in/a.xml", "<p>two</p>");
        await watch.ToldAsync("Converted a.xml a.md");
        watch.Read("out/a.md").ShouldBe("two\n");
        watch.Write("in/later/deep/c.XML", "<p>new</p>");
        await watch.ToldAsync("Converted later/deep/c.XML later/deep/c.md");
        watch.Read("out/later/deep/c.md").ShouldBe("new\n");

        await watch.StopAsync();
        watch.Told.ShouldBe(["Converted a.xml a.md", "Converted later/deep/c.XML later/deep/c.md"]);
        Documents().ShouldBe(["a.xml", "b.xml", "later/deep/c.XML"]);
    }

    [Fact]
    public async Task A_save_by_renaming_a_renamed_folder_and_a_deleted_file_are_followed()
    {
        watch.Write("in/a.xml", "<p>one</p>");
        watch.Write("in/old/b.xml", "<p>two</p>");
        await watch.StartAsync();

        watch.Write("in/.a.xml.swp", "<p>saved</p>");
        File.Move(watch.At("in/.a.xml.swp"), watch.At("in/a.xml"), overwrite: true);
        await watch.HoldsAsync("out/a.md", "saved\n");
        Directory.Move(watch.At("in/old"), watch.At("in/new"));
        await watch.HoldsAsync("out/new/b.md", "two\n");
        await watch.HoldsAsync("out/old/b.md", null);
        Directory.Exists(watch.At("out/old")).ShouldBeFalse();
        File.Delete(watch.At("in/a.xml"));
        await watch.HoldsAsync("out/a.md", null);

        await watch.ToldAsync("Removed a.xml a.md");
        await watch.UntilAsync(() => Documents() is [var only] && only == "new/b.xml");
    }

    [Fact]
    public async Task What_somebody_edited_is_neither_replaced_nor_removed()
    {
        watch.Write("in/a.xml", "<p>one</p>");
        watch.Write("in/b.xml", "<p>two</p>");
        await watch.StartAsync();
        watch.Write("out/a.md", "one, edited\n");
        watch.Write("out/b.md", "two, edited\n");

        watch.Write("in/a.xml", "<p>newer</p>");
        await watch.ToldAsync("Failed a.xml a.md DOC0514");
        File.Delete(watch.At("in/b.xml"));
        await watch.ToldAsync("Kept b.xml b.md");
        watch.Read("out/a.md").ShouldBe("one, edited\n");
        watch.Read("out/b.md").ShouldBe("two, edited\n");

        // Nothing of the source changes when the edit is out of the way.
        File.Delete(watch.At("out/a.md"));
        await watch.HoldsAsync("out/a.md", "newer\n");
    }

    [Fact]
    public async Task A_broken_page_is_told_and_leaves_what_it_was()
    {
        watch.Write("in/a.xml", "<p>one</p>");
        await watch.StartAsync();
        watch.Write("in/a.xml", "<p>one</b>");
        await watch.ToldAsync("Failed a.xml a.md DOC0501");
        watch.Read("out/a.md").ShouldBe("one\n");
        watch.Write("in/a.xml", "<p>mended</p>");
        await watch.HoldsAsync("out/a.md", "mended\n");
    }

    [Fact]
    public async Task A_page_that_changes_converts_the_edit_of_it_again()
    {
        watch.Write("in/a.md", "one edited\n");
        watch.Write("pages/a.xml", "<p local-id=\"1\">one</p>");
        await watch.StartAsync(ConvertFormat.Markdown, "pages");
        watch.Read("out/a.xml").ShouldBe("<p local-id=\"1\">one edited</p>");
        watch.Write("pages/a.xml", "<p local-id=\"2\">one</p>");
        await watch.HoldsAsync("out/a.xml", "<p local-id=\"2\">one edited</p>");
    }

    [Fact]
    public async Task A_folder_that_goes_away_and_comes_back_takes_nothing_with_it()
    {
        watch.Write("in/a.xml", "<p>one</p>");
        await watch.StartAsync();
        Directory.Move(watch.At("in"), watch.At("elsewhere"));
        await watch.SaidAsync("gone");
        Directory.Move(watch.At("elsewhere"), watch.At("in"));
        await watch.SaidAsync("back");
        watch.Write("in/b.xml", "<p>two</p>");
        await watch.HoldsAsync("out/b.md", "two\n");
        watch.Read("out/a.md").ShouldBe("one\n");
        await watch.ToldAsync("Converted b.xml b.md");
        watch.Told.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Of_many_saves_in_a_row_the_last_one_counts()
    {
        watch.Write("in/a.xml", "<p>0</p>");
        await watch.StartAsync();
        for (var save = 1; save <= 200; save++)
        {
            watch.Write("in/a.xml", $"<p>{save}</p>");
            watch.Write($"in/{save}.xml", $"<p>{save}</p>");
        }

        await watch.HoldsAsync("out/a.md", "200\n");
        await watch.UntilAsync(() => Documents().Count == 201);
    }

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await watch.DisposeAsync();

    /// <summary>The files that the report names; none while it is not complete.</summary>
    private List<string?> Documents()
    {
        using var json = JsonDocument.Parse(watch.Read("out/report.json")!);
        return json.RootElement.GetProperty("complete").GetBoolean()
            ? [.. json.RootElement.GetProperty("documents").EnumerateArray().Select(row => row.GetProperty("file").GetString())]
            : [];
    }
}
