using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Rules.Summaries;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Flows.Validate;
using DocsPipeline.Tests.Diagnostics.Rendering;

namespace DocsPipeline.Tests.Documents.Rules;

/// <summary>A cache can make a run faster and nothing else: what is said is the same with it, without it, and with what is left of
/// it.</summary>
public sealed class SummaryCacheTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cache").FullName;

    private string CacheFile => Directory.EnumerateFiles(folder, "*.summaries").Single();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    public static TheoryData<string> Cases =>
        [.. Directory.EnumerateDirectories(Path.Combine(Checkout.Root, "tests/cases/validate")).Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_first_run_and_the_second_say_what_a_run_without_it_says(string name)
    {
        var files = Files(name);
        var expected = Say(files, null);

        Say(files, Cache()).ShouldBe(expected);
        File.Exists(CacheFile).ShouldBeTrue();
        Say(files, Cache()).ShouldBe(expected);
    }

    [Fact]
    public void What_changed_is_looked_at_anew_and_what_is_gone_is_forgotten()
    {
        ContentFile[] before = [GeneratedWorld.Document(1, "[a](document-000002.md#here)"), GeneratedWorld.Document(2, "# Here")];
        ContentFile[] changed = [before[0], GeneratedWorld.Document(2, "# There")];
        Say(before, Cache());

        Say(changed, Cache()).ShouldBe(Say(changed, null));
        Say([before[0]], Cache()).ShouldBe(Say([before[0]], null));
        Say(before, Cache()).ShouldBe(Say(before, null));
    }

    [Fact]
    public void Where_nothing_changed_no_document_is_looked_at_again()
    {
        ContentFile[] files = [GeneratedWorld.Document(1, "[a](document-000002.md)"), GeneratedWorld.Document(2, "[a](lost.md)")];
        Say(files, Cache());
        var content = Content(files);

        var known = Cache().Open(content, new DateOnly(2026, 12, 1));
        var documents = content.DocumentFiles
            .Select(file => known.GetOrAdd(file, _ => throw new InvalidOperationException("looked at again"))).ToList();

        known.Unchanged(documents, []).ShouldNotBeNull().ShouldHaveSingleItem().Code.ShouldBe(Catalogue.Links.TargetDoesNotExist);
        known.Unchanged(documents, ["content/faq/codes.csv"]).ShouldBeNull();
        known.Unchanged(documents[1..], []).ShouldBeNull();
    }

    [Fact]
    public void A_file_that_goes_or_comes_is_noticed_though_no_document_changed()
    {
        ContentFile[] with = [GeneratedWorld.Document(1, "[a](codes.csv)"), GeneratedWorld.File("content/faq/codes.csv", "a;b\n")];
        ContentFile[] moved = [with[0], GeneratedWorld.File("content/faq/other.csv", "a;b\n")];
        Say(with, Cache()).ShouldBe(Say(with, null));

        Say(moved, Cache()).ShouldContain("no file at this path");
        Say([with[0]], Cache()).ShouldBe(Say([with[0]], null));
        Say(with, Cache()).ShouldBe(Say(with, null));
    }

    [Fact]
    public void A_secret_in_a_file_is_found_though_no_document_changed()
    {
        var document = GeneratedWorld.Document(1, "[a](codes.csv)");
        Say([document, GeneratedWorld.File("content/faq/codes.csv", "a;b\n")], Cache());

        Say([document, GeneratedWorld.File("content/faq/codes.csv", "AKIA" + "QWERTYUIOPASDFGH\n")], Cache()).ShouldContain("AWS key");
    }

    [Fact]
    public void Settings_schemas_and_the_day_are_part_of_what_is_known()
    {
        ContentFile[] files =
        [
            GeneratedWorld.Document(
                1, "Text.", "review-by: 2026-12-05\naudience:\n  communities: [halden-suppliers]\n  groups: [carriers]\n"),
        ];
        Say(files, Cache());
        var settings = Rule(
            "content/pipeline.yml", text =>
                text.Replace("  carriers:", "  others:", StringComparison.Ordinal)
                    .Replace("new-suppliers, carriers", "others", StringComparison.Ordinal));
        var schema = Rule(
            "schemas/common.schema.json", text => text.Replace("\"maxLength\": 300", "\"maxLength\": 1", StringComparison.Ordinal));

        Say(files, Cache(), settings: settings).ShouldContain("group `carriers` is unknown");
        Say(files, Cache(), schema: schema).ShouldContain("`summary` is not valid");
        Say(files, Cache(), day: 6).ShouldContain("review was due on 2026-12-05");
        Say(files, Cache()).ShouldBe(Say(files, null));
    }

    [Fact]
    public void Whatever_is_left_of_a_damaged_file_is_taken_for_nothing()
    {
        var files = Files("DOC0204-anchor-is-misspelt");
        var expected = Say(files, Cache());
        var whole = File.ReadAllBytes(CacheFile);
        var random = new Random(1);
        for (var round = 0; round < 50; round++)
        {
            var damaged = whole[..(round % 2 == 0 ? random.Next(whole.Length) : whole.Length)];
            if (damaged.Length > 0)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            }

            File.WriteAllBytes(CacheFile, damaged);
            Say(files, Cache()).ShouldBe(expected);
            File.ReadAllBytes(CacheFile).ShouldBe(whole);
        }
    }

    [Fact]
    public void Runs_at_the_same_time_do_not_disturb_each_other()
    {
        var files = Enumerable.Range(0, 50)
            .Select(number => GeneratedWorld.Document(number, $"[a](document-{GeneratedWorld.Number(number + 1)}.md)")).ToArray();
        var expected = Say(files, null);

        Parallel.For(0, 16, run =>
        {
            Say(files, Cache()).ShouldBe(expected);
            if (run % 5 == 0)
            {
                File.Delete(Path.Combine(folder, "content.summaries"));
            }
        });

        Directory.EnumerateFiles(folder, "*.tmp").ShouldBeEmpty();
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_a_run_without_a_cache()
    {
        File.WriteAllText(Path.Combine(folder, "file"), "");
        var files = Files("DOC0204-anchor-is-misspelt");

        Say(files, new SummaryCache(Path.Combine(folder, "file", "cache"), "content")).ShouldBe(Say(files, null));
    }

    private SummaryCache Cache() => new(folder, "content");

    private static IReadOnlyList<ContentFile> Files(string name) =>
        ContentFolder.Read(Path.Combine(Checkout.Root, "tests/cases/validate", name), "content");

    private static string Say(
        IEnumerable<ContentFile> files, SummaryCache? cache, ContentFile? settings = null, ContentFile? schema = null, int day = 1) =>
        new TerminalRenderer().Render(Validator.Check(Content(files, settings, schema), new StoppedClock(day), cache).Findings);

    private static ContentSnapshot Content(IEnumerable<ContentFile> files, ContentFile? settings = null, ContentFile? schema = null)
    {
        var own = files.ToList();
        var rules = Checkout.Files.Where(
            file => file.Path.StartsWith("schemas/", StringComparison.Ordinal) || file.Path == "content/pipeline.yml")
            .Where(file => own.TrueForAll(mine => mine.Path != file.Path))
            .Select(file => file.Path == settings?.Path ? settings : file.Path == schema?.Path ? schema : file);
        return new ContentSnapshot([.. own, .. rules]) { KeepsDocuments = false };
    }

    private static ContentFile Rule(string path, Func<string, string> change) => GeneratedWorld.File(
        path, change(Encoding.UTF8.GetString(Checkout.Files.Single(file => file.Path == path).Bytes.Span)));

    private sealed class StoppedClock(int day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 12, day, 12, 0, 0, TimeSpan.Zero);
    }
}
