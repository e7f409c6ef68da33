using System.Diagnostics;

namespace DocsPipeline.Tests.MSBuild;

/// <summary>The task inside a real MSBuild, since what it depends on is loaded by MSBuild's own rules.</summary>
public sealed class ValidateContentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("docspipeline-msbuild-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_broken_document_breaks_the_build_at_its_line()
    {
        Copy("schemas", "content/pipeline.yml");
        Directory.CreateDirectory(Path.Combine(_folder, "content/faq"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "content/faq/lost.md"), "---\nid: lost\ntitle: Lost\n---\n\nText.\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "docs.proj"), $"""
            <Project DefaultTargets="Build">
              <PropertyGroup><ValidateContentRoot>{_folder}/</ValidateContentRoot></PropertyGroup>
              <Import Project="{Checkout.Root}/src/DocsPipeline.MSBuild/build/DocsPipeline.MSBuild.targets" />
              <Target Name="BeforeBuild" />
              <Target Name="Build" DependsOnTargets="BeforeBuild" />
            </Project>
            """);

        var (exitCode, output) = await BuildAsync();

        exitCode.ShouldBe(1, output);
        output.ShouldMatch(@"content/faq/lost\.md\(\d+,\d+,\d+,\d+\): error DOC0101: ");
    }

    private void Copy(params string[] prefixes)
    {
        foreach (var file in DocsPipeline.Documents.ContentFolder.Read(Checkout.Root, prefixes))
        {
            var target = Path.Combine(_folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, file.Bytes.ToArray());
        }
    }

    private async Task<(int ExitCode, string Output)> BuildAsync()
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", Path.Combine(_folder, "docs.proj"), "-nologo", "-nodeReuse:false"])
        {
            RedirectStandardOutput = true,
            Environment = { ["MSBuildSDKsPath"] = null, ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" },
        };
        using var build = Process.Start(start)!;
        var output = await build.StandardOutput.ReadToEndAsync();
        await build.WaitForExitAsync();
        return (build.ExitCode, output);
    }
}
