using System.Text.Json;
using System.Text.Json.Serialization;

namespace Build.Story;

/// <summary>What the demo leaves in <c>artifacts/demo/report.json</c>.</summary>
internal sealed record DemoReport(IReadOnlyList<FlowReport> Flows, SecondRun SecondRun)
{
    [JsonIgnore]
    public bool Passed => SecondRun.Writes == 0 && Flows.All(flow => flow.Status == FlowReport.PassedStatus);

    public void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, JsonSerializer.Serialize(this, DemoJson.Default.DemoReport) + "\n");
    }
}

internal sealed record FlowReport(int Id, string Name, string Status, IReadOnlyList<FlowPublished> Published, IReadOnlyList<FlowImported> Imported, IReadOnlyList<FlowCheck> Checks)
{
    public const string PassedStatus = "passed";
}

internal sealed record FlowPublished(string Id, string Community, IReadOnlyList<string> Audience, string Url);

internal sealed record FlowImported(string Event, string? Issue, string? Page);

internal sealed record FlowCheck(string Name, bool Passed);

/// <summary>How many writes the three systems saw when every target ran once more.</summary>
internal sealed record SecondRun(int Writes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(DemoReport))]
internal sealed partial class DemoJson : JsonSerializerContext;
