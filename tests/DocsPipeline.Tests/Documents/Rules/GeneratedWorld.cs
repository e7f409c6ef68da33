using System.Globalization;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Rules;
using DocsPipeline.Documents.Snapshots;

namespace DocsPipeline.Tests.Documents.Rules;

/// <summary>Content of any size, made up in memory beside the repository's schemas, and how much work it is to check.</summary>
internal static class GeneratedWorld
{
    private static readonly DateOnly Today = new(2026, 12, 1);

    private static readonly IReadOnlyList<ContentFile> Rules =
        [.. Checkout.Files.Where(file => file.Path.StartsWith("schemas/", StringComparison.Ordinal) || file.Path == "content/pipeline.yml")
            .Select(file => new ContentFile(file.Path, file.Bytes))];

    public static ContentFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    public static ContentFile Document(int number, string body, string fields = "") =>
        Document($"content/faq/document-{Number(number)}.md", $"document-{Number(number)}", body, fields);

    public static ContentFile Document(string path, string id, string body, string fields = "") => File(path,
        $"---\nid: {id}\nkind: faq-article\ntitle: T\nsummary: S.\nclassification: internal\nowner: a@b.example\nselected: true\n"
        + $"{fields}---\n{body}\n");

    public static string Number(int number) => number.ToString("000000", CultureInfo.InvariantCulture);

    public static IReadOnlyList<Diagnostic> Check(IEnumerable<ContentFile> files, string? settings = null) =>
        DocumentRules.Check(Content(files, settings), Today);

    public static ContentSnapshot Content(IEnumerable<ContentFile> files, string? settings = null) => new(
        [.. files, .. Rules.Select(file => settings is not null && file.Path == "content/pipeline.yml" ? File(file.Path, settings) : file)])
    {
        KeepsDocuments = false,
    };

    /// <summary>Bytes allocated by a check, the second time, so that what is made once does not count.</summary>
    public static long Work(Func<IReadOnlyList<ContentFile>> files, string? settings = null)
    {
        var content = files();
        Check(content, settings);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Check(content, settings);
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }
}
