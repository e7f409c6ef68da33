using System.Text.Json;
using System.Text.Json.Serialization;
using DocsPipeline.Diagnostics;
using DocsPipeline.Sync.Ledger;

namespace DocsPipeline.Sync.Planning;

/// <summary>
/// A plan as it is saved: what it is bound to, and every effect with the hash of what would go out. Two plans are the same when these are.
/// </summary>
public static class PlanFile
{
    public static void Write(string path, Plan plan)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, Of(plan));
    }

    public static string Of(Plan plan)
    {
        var saved = new SavedPlan(
            plan.Binding, [.. plan.Pending.Select(Of)], plan.Links, [.. plan.Pages.Edits.Select(Of)], plan.Pages.Agreeing,
            plan.MovesPublishedCommit);
        return JsonSerializer.Serialize(saved, PlanJson.Default.SavedPlan) + "\n";
    }

    public static string Read(string path) => File.Exists(path) ? File.ReadAllText(path) : throw new PipelineException(
        ExitCode.WrongCommandLine, Catalogue.Configuration.CommandLineIsWrong.At(
            path, SourceSpan.Start, "there is no such plan", help: "make one: ./build.sh plan"));

    private static SavedChange Of(Change change) => new(
        change.Action, change.Community, change.ExternalId, change.Title, change.Desired?.ContentHash, change.Live?.Etag,
        change.Supersedes, change.Reason);

    private static SavedPage Of(PageEdit edit) => new(
        edit.Page.Id, edit.Page.Version, edit.Document.Id.Value, edit.Digest, edit.ChangesText, edit.Fields,
        [.. edit.Files.Select(file => file.Name)], edit.Agrees);
}

internal sealed record SavedPlan(
    PlanBinding Binding, IReadOnlyList<SavedChange> Changes, IReadOnlyList<CaseLink> Links, IReadOnlyList<SavedPage> Pages,
    IReadOnlyList<SyncedPage> Agreeing, bool MovesPublishedCommit);

internal sealed record SavedChange(
    ChangeAction Action, string Community, string ExternalId, string Title, string? ContentHash, string? Etag,
    IReadOnlyList<string> Supersedes, ChangeReason Reason);

internal sealed record SavedPage(
    string Page, int Version, string Document, string Digest, bool ChangesText, IReadOnlyList<string> Fields,
    IReadOnlyList<string> Files, bool Agrees);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(SavedPlan))]
internal sealed partial class PlanJson : JsonSerializerContext;
