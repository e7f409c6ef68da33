using System.Text;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Publishing;
using DocsPipeline.Documents.Settings;
using DocsPipeline.Documents.Snapshots;

namespace DocsPipeline.Tests.Documents.Markdown;

/// <summary>Three kinds, one community, three partners: enough to publish in memory.</summary>
internal static class World
{
    public const string Community = "halden-suppliers";

    private const string Fields = """
        "properties": {
          "summary": {"title": "Summary", "x-partner-facing": true, "type": "string"},
          "due": {"title": "Due", "x-partner-facing": true, "type": "string"},
          "done": {"title": "Done", "x-partner-facing": true, "type": "boolean"},
          "steps": {"title": "Steps", "x-partner-facing": true, "type": "array", "items": {"type": "object", "properties": {
            "what": {"title": "Step", "type": "string"}, "by": {"title": "Last day", "type": "string"},
            "cost": {"title": "Cost", "type": "string", "x-partner-facing": false}}}},
          "budget": {"title": "Budget", "type": "string"}
        }
        """;

    public static KindCatalogue Kinds { get; } = KindCatalogue.Load(
    [
        File("schemas/common.schema.json", """{"definitions": {}}"""),
        File("schemas/kinds/guide.schema.json", $$"""{"x-section": "guides", "x-publication": {"rule": "whole"}, {{Fields}}}"""),
        File("schemas/kinds/plan.schema.json", $$"""{"x-section": "plans", "x-publication": {"rule": "extract"}, {{Fields}}}"""),
        File("schemas/kinds/log.schema.json", $$"""{"x-section": "logs", "x-publication": {"rule": "never"}, {{Fields}}}"""),
    ]);

    public static PipelineSettings Settings { get; } = new()
    {
        Repository = "halden/partner-docs",
        Branch = "main",
        LedgerBranch = "ledger",
        Communities = [Community],
        Groups = ["x12"],
        Partners =
        [
            new PartnerSettings("acme", "Acme Tools", [Community], ["x12"]),
            new PartnerSettings("borealis", "Borealis Foods", [Community], []),
            new PartnerSettings("cobalt", "Cobalt Freight", [Community], []),
        ],
    };

    public static ContentFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    public static ContentFile Document(
        string path, string kind, string body, string audience = "groups: [everyone]", string fields = "classification: partner") =>
        File(
            path,
            $"---\nid: {Path.GetFileNameWithoutExtension(path)}\nkind: {kind}\ntitle: A title\nsummary: In short.\n{fields}\naudience:\n"
                + $"  communities: [{Community}]\n  {audience}\n---\n{body}");

    public static (DocumentSet Set, PublicationRenderer Renderer) Load(params ContentFile[] files)
    {
        var set = DocumentSet.Load(files);
        set.Diagnostics.ShouldBeEmpty();
        return (set, new PublicationRenderer(new ContentSnapshot(Settings, Kinds, set)));
    }

    /// <summary>Renders one document of a kind for the audience, or for a partner.</summary>
    public static Publication? Render(
        string kind, string body, string? partner = null, string fields = "classification: partner", params ContentFile[] others)
    {
        var (set, renderer) = Load([Document("content/guides/subject.md", kind, body, fields: fields), .. others]);
        return renderer.Render(
            set.ById["subject"], Community, partner is null ? DocsPipeline.Documents.Access.Reader.Audience
                : DocsPipeline.Documents.Access.Reader.Partner(partner));
    }

    public static string Html(string body, params ContentFile[] others) => Render("guide", body, others: others)!.Html;
}
