using DocsPipeline.Documents;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Tests.EndToEnd;

/// <summary>The pages that the sandbox's Confluence begins with and the documents in <c>content/</c> are the same ones.</summary>
public sealed class SeedAndContentTests
{
    private const string Seed = "src/DocsPipeline.Sandbox/Seed/confluence/EDI";

    private static readonly string[] StayInside =
    [
        "Meeting notes 2026-11-19", "How we write for partners", "Contract terms with integrators", "FTP setup guide", "Cases", "Incidents",
        "From partners",
    ];

    private static readonly IReadOnlyList<JObject> Pages =
        [.. JArray.Parse(File.ReadAllText(Path.Combine(Checkout.Root, Seed, "pages.json"))).Cast<JObject>()];

    public static TheoryData<string> Paths => [.. Checkout.Documents.Documents.Select(document => document.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_document_names_its_page(string path)
    {
        var document = Checkout.Documents.ByPath[path];
        var page = Pages.Single(page => (string?)page["id"] == document.Confluence!.Page);
        ((string?)page["title"]).ShouldBe(document.Title);
        VersionOf(page).ShouldBe(document.Confluence!.Version);
        document.Confluence.Space.ShouldBe("EDI");
    }

    [Fact]
    public void Pages_without_page_properties_are_no_documents()
    {
        var documents = Checkout.Documents.Documents.Select(document => document.Confluence!.Page).ToHashSet();
        var pages = Pages.Where(page => page["file"] is not null && IsDocument(Body(page))).Select(page => (string)page["id"]!);
        pages.ShouldBe(documents, ignoreOrder: true);
        Pages.Select(page => (string)page["title"]!).Intersect(StayInside).Count().ShouldBe(StayInside.Length);
    }

    [Fact]
    public void The_files_of_a_page_are_the_files_beside_its_document()
    {
        foreach (var document in Checkout.Documents.Documents)
        {
            var page = Pages.Single(page => (string?)page["id"] == document.Confluence!.Page);
            var folder = $"{document.Folder}{Path.GetFileNameWithoutExtension(document.Path)}/";
            var files = Checkout.Documents.Attachments.Values
                .Where(file => file.Path.StartsWith(folder, StringComparison.Ordinal))
                .ToList();
            var attached = (page["attachments"] ?? new JArray()).Select(file => $"{folder}{file["file"]}");
            attached.ShouldBe(files.Select(file => file.Path), ignoreOrder: true);
            foreach (var file in files)
            {
                var seed = Path.Combine(Checkout.Root, Seed, "attachments", Path.GetFileName(file.Path));
                File.ReadAllBytes(seed).ShouldBe(file.Bytes.ToArray());
            }
        }
    }

    [Theory]
    [InlineData("<ac:layout>")]
    [InlineData("ac:name=\"status\"")]
    [InlineData("<ri:user ")]
    [InlineData("<ac:inline-comment-marker ")]
    [InlineData("ac:name=\"expand\"")]
    [InlineData("<ac:task-list>")]
    [InlineData("<ac:caption>")]
    [InlineData("ac:name=\"toc\"")]
    [InlineData("<time datetime=")]
    [InlineData("rowspan=")]
    [InlineData("<ac:adf-extension>")]
    [InlineData("ac:name=\"excerpt\"")]
    public void The_seed_shows_what_writers_do_in_Confluence(string storage) => Pages
        .Where(page => page["file"] is not null)
        .Select(Body)
        .ShouldContain(body => IsDocument(body) && body.Contains(storage, StringComparison.Ordinal));

    private static bool IsDocument(string body) => body.StartsWith("<ac:structured-macro ac:name=\"details\"", StringComparison.Ordinal);

    private static string Body(JObject page) => File.ReadAllText(Path.Combine(Checkout.Root, Seed, (string)page["file"]!));

    private static int VersionOf(JObject page) => (int?)page["version"] ?? ((page["history"] as JArray)?.Count ?? 0) + 1;
}
