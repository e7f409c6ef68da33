using System.Globalization;
using Build.Environments;

namespace DocsPipeline.Tests.Build.Environments;

public sealed class LocalSandboxTests : IDisposable
{
    private readonly DirectoryInfo state = Directory.CreateTempSubdirectory("sandbox-record-");

    public void Dispose() => state.Delete(recursive: true);

    [Fact]
    public void Nothing_runs_where_nothing_says_so() => LocalSandbox.Running(state.FullName).ShouldBeNull();

    [Fact]
    public void A_record_whose_process_is_gone_counts_for_nothing()
    {
        Write("http://127.0.0.1:9/", int.MaxValue);
        LocalSandbox.Running(state.FullName).ShouldBeNull();
    }

    [Fact]
    public void A_record_whose_address_does_not_answer_counts_for_nothing()
    {
        Write("http://127.0.0.1:9/", Environment.ProcessId);
        LocalSandbox.Running(state.FullName).ShouldBeNull();
    }

    [Fact]
    public async Task A_sandbox_that_is_up_is_found_by_its_record()
    {
        await using var sandbox = await DocsPipeline.Sandbox.SandboxHost.StartAsync(new() { StateDirectory = state.FullName });
        LocalSandbox.Running(state.FullName).ShouldBe(sandbox.Address);
    }

    private void Write(string address, int pid) => File.WriteAllText(
        Path.Combine(state.FullName, "sandbox.json"),
        string.Create(CultureInfo.InvariantCulture, $$"""{"address":"{{address}}","pid":{{pid}}}"""));
}
