using System.Text.Json;
using System.Text.Json.Serialization;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Sync.Planning;

/// <summary>
/// A plan as it is saved: what it is bound to, and each change with the fingerprint of what would go out. Two plans are the same when these
/// are.
/// </summary>
public static class PlanFile
{
    public static void Write(string path, Plan plan)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllText(path, Of(plan));
    }

    public static string Of(Plan plan) => JsonSerializer.Serialize(
        new SavedPlan(plan.Binding, [.. plan.Pending.Select(change => new SavedChange(change.Action, change.Community, change.ExternalId, change.Title, change.Desired?.Fingerprint, change.Live?.Etag, change.Reason))],
            [.. plan.Pages.Edits.Select(edit => new SavedPage(edit.Page.Id, edit.Page.Version, edit.Document.Id.Value, edit.Digest, edit.Reason))]),
        PlanJson.Default.SavedPlan) + "\n";

    public static string Read(string path) => File.Exists(path) ? File.ReadAllText(path) : throw new PipelineException(
        ExitCode.WrongCommandLine, Catalogue.Configuration.CommandLineIsWrong.At(path, SourceSpan.Start, "there is no such plan", help: "make one: ./build.sh plan"));
}

internal sealed record SavedPlan(PlanBinding Binding, IReadOnlyList<SavedChange> Changes, IReadOnlyList<SavedPage> Pages);

internal sealed record SavedPage(string Page, int Version, string Document, string Digest, string Reason);

internal sealed record SavedChange(ChangeAction Action, string Community, string ExternalId, string Title, string? Fingerprint, string? Etag, string Reason);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(SavedPlan))]
internal sealed partial class PlanJson : JsonSerializerContext;
