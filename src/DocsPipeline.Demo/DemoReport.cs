using System.Text.Json;
using System.Text.Json.Serialization;

namespace DocsPipeline.Demo;

/// <summary>What a run of the demo came to, flow by flow, and as JSON.</summary>
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

/// <summary>How many writes the three systems saw when every target ran once more.</summary>
internal sealed record SecondRun(int Writes);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(DemoReport))]
internal sealed partial class DemoJson : JsonSerializerContext;
