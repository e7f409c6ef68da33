using System.Text.Json;

namespace DocsPipeline.Sandbox;

/// <summary><c>sandbox.json</c> in the state directory: there while the sandbox is up, so that other processes find it.</summary>
internal sealed record SandboxRecord(Uri Address, int Pid, DateTimeOffset StartedAt)
{
    public static string PathIn(string stateDirectory) => Path.Combine(stateDirectory, "sandbox.json");

    public void Write(string stateDirectory)
    {
        var path = PathIn(stateDirectory);
        File.WriteAllText(path + ".part", JsonSerializer.Serialize(this, JsonSerializerOptions.Web));
        File.Move(path + ".part", path, overwrite: true);
    }
}
