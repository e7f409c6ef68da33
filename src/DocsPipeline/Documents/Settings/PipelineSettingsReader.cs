using System.Globalization;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Yaml;
using NJsonSchema;

namespace DocsPipeline.Documents.Settings;

/// <summary>Reads <c>content/pipeline.yml</c> and holds it against <c>schemas/pipeline.schema.json</c>. Any fault stops the run: half of
/// the settings are not settings.</summary>
public static class PipelineSettingsReader
{
    private const string SchemaPath = "schemas/pipeline.schema.json";

    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>Finds both files among <paramref name="files"/>; throws <see cref="PipelineException"/> with every fault found.</summary>
    public static PipelineSettings Read(IReadOnlyList<ContentFile> files) => Read(files, isKnownToBeValid: false);

    /// <summary>The same without the schema, where these very files were held against it before.</summary>
    internal static PipelineSettings Read(IReadOnlyList<ContentFile> files, bool isKnownToBeValid)
    {
        var file = files.FirstOrDefault(file => file.Path == PipelineSettings.Path)
            ?? throw Broken(PipelineSettings.Path, SourceSpan.Start, "file is missing", "restore it from the main branch");
        var schema = files.FirstOrDefault(file => file.Path == SchemaPath)
            ?? throw Broken(SchemaPath, SourceSpan.Start, "file is missing", "restore it from the main branch");
        var diagnostics = new List<Diagnostic>();
        // A line for each partner of a company with thousands is more than a front matter may have.
        var root = DocumentReader.Text(file, DocumentReader.MaxBytes, diagnostics) is { } text
            ? new YamlReader(file.Path, 1, diagnostics, DocumentReader.MaxBytes).Read(text) : null;
        if (root is null)
        {
            throw new PipelineException(ExitCode.Errors, diagnostics);
        }

        if (!isKnownToBeValid)
        {
            Check(file, root, schema, diagnostics);
        }

        return diagnostics.Count == 0 ? Settings(root) : throw new PipelineException(ExitCode.Errors, diagnostics);
    }

    private static void Check(ContentFile file, YamlMap root, ContentFile schema, List<Diagnostic> diagnostics)
    {
        var json = YamlJson.ToJson(root);
        var checker = JsonSchema.FromJsonAsync(KindCatalogue.ReadSchema(schema).ToString()).GetAwaiter().GetResult();
        foreach (var fault in checker.Validate(json))
        {
            var path = (fault.Path ?? "").TrimStart('#', '/');
            diagnostics.Add(Catalogue.Configuration.SettingsAreBroken.At(file.Path, YamlPath.SpanOf(root, path),
                $"`{(path.Length == 0 ? fault.Property : path)}` is not valid: {SchemaFault.Describe(fault)}"));
        }
    }

    private static PipelineSettings Settings(YamlMap root) => new()
    {
        Repository = Text(root, "repository")!,
        Branch = Text(root, "branch") ?? "main",
        LedgerBranch = Text(root, "ledger-branch") ?? "ledger",
        Spaces = [.. Maps(root, "confluence.spaces").Select(Space)],
        Communities = [.. Keys(root, "communities")],
        Groups = [.. Keys(root, "groups")],
        Partners =
        [
            .. (YamlPath.Find(root, "partners") as YamlMap)?.Entries.Select(partner => new PartnerSettings(
                partner.Key, Text(partner.Value, "name")
                    ?? partner.Key, Texts(partner.Value, "communities"), Texts(partner.Value, "groups"))) ?? [],
        ],
        Guardrails = new GuardrailSettings(
            Share(root, "rails.deletes", 10), int.Parse(Text(root, "rails.max-deletes") ?? "25", CultureInfo.InvariantCulture),
            Share(root, "rails.updates", 50)),
        Windows = [.. Maps(root, "publish-windows").Select(Window)],
        Environments = (YamlPath.Find(root, "environments") as YamlMap)?.Entries.ToDictionary(
            entry => entry.Key, entry => Environment(entry.Value)) ?? [],
    };

    private static SpaceSettings Space(YamlMap space) => new(
        Text(space, "key")!,
        Text(space, "optional") == "true",
        (space["defaults"] as YamlMap)?.Entries.ToDictionary(entry => entry.Key, entry => (entry.Value as YamlScalar)?.Text ?? ""))
    {
        ImportParent = Text(space, "import-parent"),
    };

    private static PublishWindow Window(YamlMap window) => new(
        [.. Texts(window, "days").Select(day => (DayOfWeek)Array.IndexOf(Days, day))],
        TimeOnly.ParseExact(Text(window, "from")!, "HH:mm", CultureInfo.InvariantCulture),
        TimeOnly.ParseExact(Text(window, "to")!, "HH:mm", CultureInfo.InvariantCulture),
        TimeZoneInfo.TryFindSystemTimeZoneById(Text(window, "time-zone")!, out var zone)
            ? zone
            : throw Broken(
                PipelineSettings.Path, window["time-zone"]!.Span, $"this machine knows no time zone `{Text(window, "time-zone")}`",
                "write its IANA name, such as `Europe/Oslo`"));

    private static EnvironmentSettings Environment(YamlNode environment) => new()
    {
        Confluence = new Uri(Text(environment, "confluence.url")!),
        ConfluenceDeployment = Text(environment, "confluence.deployment") ?? "cloud",
        GitHubApi = new Uri(Text(environment, "github.api")!),
        GitHubGit = new Uri(Text(environment, "github.git")!),
        TradingGrid = new Uri(Text(environment, "trading-grid.url")!),
        TradingGridToken = new Uri(Text(environment, "trading-grid.token-url")!),
    };

    private static Share Share(YamlMap root, string path, int fallback) =>
        new(Text(root, path) is { } text ? int.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture) : fallback);

    private static string? Text(YamlNode node, string path) =>
        YamlPath.Find(node, path) is YamlScalar { IsNull: false } scalar ? scalar.Text : null;

    private static IReadOnlyList<string> Texts(YamlNode node, string path) =>
        [.. (YamlPath.Find(node, path) as YamlList)?.Items.OfType<YamlScalar>().Select(item => item.Text) ?? []];

    private static IEnumerable<YamlMap> Maps(YamlNode node, string path) =>
        (YamlPath.Find(node, path) as YamlList)?.Items.OfType<YamlMap>() ?? [];

    private static IEnumerable<string> Keys(YamlNode node, string path) =>
        (YamlPath.Find(node, path) as YamlMap)?.Entries.Select(entry => entry.Key) ?? [];

    private static PipelineException Broken(string path, SourceSpan span, string message, string help) =>
        new(ExitCode.Errors, Catalogue.Configuration.SettingsAreBroken.At(path, span, message, help: help));
}
