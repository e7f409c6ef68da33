using System.Text;
using CsCheck;
using DocsPipeline.Diagnostics;
using DocsPipeline.Diagnostics.Rendering;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Rules;
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

        var (stale, found) = known.Compare(documents, []);
        stale.ShouldBeEmpty();
        found.ShouldHaveSingleItem().Code.ShouldBe(Catalogue.Links.TargetDoesNotExist);
        known.Compare(documents, ["content/faq/codes.csv"]).Stale.Count.ShouldBe(2);
        known.Compare(documents[1..], []).Stale.ShouldHaveSingleItem();
        known.Compare(documents[1..], []).Found.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[a](other.md)", "", false)]
    [InlineData("[a](document-000001.md)", "related: [document-000001]\n", false)]
    [InlineData("# There", "", true)]
    [InlineData("", "supersedes: document-000001\n", true)]
    [InlineData("", "audience:\n  communities: [halden-suppliers]\n  groups: [carriers]\n", true)]
    public void Others_are_held_against_a_document_again_only_where_it_offers_them_something_else(
        string body, string fields, bool concernsOthers)
    {
        ContentFile[] before = [.. Enumerable.Range(1, 5).Select(number => GeneratedWorld.Document(number, "[a](lost.md)"))];
        ContentFile[] after = [.. before[..2], GeneratedWorld.Document(3, body, fields), .. before[3..]];
        Say(before, Cache());
        var content = Content(after);

        var known = Cache().Open(content, new DateOnly(2026, 12, 1));
        var documents = content.DocumentFiles
            .Select(file => known.GetOrAdd(file, read => DocumentSummaries.Of(read, content, new DateOnly(2026, 12, 1)))).ToList();

        known.Compare(documents, []).Stale.Select(document => document.Path)
            .ShouldBe(concernsOthers ? after.Select(file => file.Path) : ["content/faq/document-000003.md"]);
    }

    [Fact]
    public void Whatever_is_edited_in_whatever_order_is_said_as_without_it() => Gen.Int[0, Bodies.Length - 1].Array[5].Array[1, 6]
        .Sample(
            states =>
            {
                File.Delete(Path.Combine(folder, "content.summaries"));
                foreach (var state in states)
                {
                    var files = state.SelectMany((body, number) => Edited(number, Bodies[body])).ToList();
                    Say(files, Cache()).ShouldBe(Say(files, null));
                }
            },
            iter: 40,
            threads: 1);

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

    // What can be done to a document that others notice, and what they do not; an empty one is deleted.
    private static readonly string[] Bodies =
    [
        "",
        "|Text.",
        "|[a](document-000001.md#here) [b](document-000002.md) [c](#there)",
        "|# Here",
        "|# There\n\n[a](document-000000.md#there) ![](codes.csv)",
        "|::: internal\n## Here\n:::\n\n[a](document-000003.md#here)",
        "supersedes: document-000002\n|Text.",
        "supersedes: document-000000\nrelated: [document-000004]\n|[a](document-000004.md#there)",
        "audience:\n  communities: [halden-suppliers]\n  groups: [carriers]\n|# Here\n\n[a](document-000001.md)",
        "audience: [\n|# Here",
        "review-by: 2020-01-01\n|[a](document-000000.md#heer)",
        "TAKEN|# Here",
    ];

    private static IEnumerable<ContentFile> Edited(int number, string edit)
    {
        if (edit.Split('|') is not [var fields, var body])
        {
            return [];
        }

        var classification = fields.StartsWith("audience:\n", StringComparison.Ordinal) ? "partner" : "internal";
        var file = fields == "TAKEN"
            ? GeneratedWorld.Document($"content/faq/document-{GeneratedWorld.Number(number)}.md", "document-000001", body)
            : GeneratedWorld.Document(number, body, fields);
        return [GeneratedWorld.File(
            file.Path, Encoding.UTF8.GetString(file.Bytes.Span).Replace(": internal", $": {classification}", StringComparison.Ordinal))];
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
