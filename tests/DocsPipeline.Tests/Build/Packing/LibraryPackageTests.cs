using System.IO.Compression;
using Build.Packing;
using DocsPipeline.Documents;
using DocsPipeline.Tests.StorageFormat;

namespace DocsPipeline.Tests.Build.Packing;

/// <summary>What somebody without this repository gets.</summary>
public sealed class LibraryPackageTests(PackedLibrary packed) : IClassFixture<PackedLibrary>
{
    [Fact]
    public void It_holds_the_library_its_documentation_and_its_papers_and_needs_nothing_but_Markdig()
    {
        var package = LibraryPackage.Read(packed.File);
        package.Id.ShouldBe("DocsPipeline.StorageFormat");
        package.License.ShouldBe("MIT");
        package.Dependencies.Select(dependency => dependency.Split(' ')[0]).ShouldBe(["Markdig"]);
        package.Files.Select(file => file.Path).ShouldBe(
        [
            .. Papers, "lib/net10.0/DocsPipeline.StorageFormat.dll", "lib/net10.0/DocsPipeline.StorageFormat.xml",
        ]);
        package.Files.ShouldAllBe(file => file.Length > 1000);
    }

    [Fact]
    public void Its_papers_are_those_of_the_sources()
    {
        var folders = new[] { "src/DocsPipeline.StorageFormat", "" }.Select(folder => Path.Combine(Checkout.Root, folder)).ToList();
        foreach (var paper in Papers)
        {
            Text(paper).ShouldBe(File.ReadAllText(folders.Select(folder => Path.Combine(folder, paper)).First(File.Exists)));
        }
    }

    [Fact]
    public async Task The_same_sources_make_the_same_bytes()
    {
        var again = Directory.EnumerateFiles(await packed.PackAsync("again"), "*.nupkg").Single();
        Digest.Of(File.ReadAllBytes(again)).ShouldBe(Digest.Of(File.ReadAllBytes(packed.File)));
    }

    [Fact]
    public async Task Each_example_of_its_readme_is_a_program_elsewhere()
    {
        var folder = packed.Elsewhere("program");
        var examples = ReadmeExample.All(Text("README.md"));
        examples.ShouldNotBeEmpty();
        await File.WriteAllTextAsync(Path.Combine(folder, "nuget.config"), $"""
            <configuration><packageSources><clear /><add key="here" value="{packed.Feed}" /></packageSources></configuration>
            """);
        await File.WriteAllTextAsync(Path.Combine(folder, "program.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                <UseAppHost>false</UseAppHost>
                <RestorePackagesPath>packages</RestorePackagesPath>
                <RestoreFallbackFolders>$(NuGetPackageRoot)</RestoreFallbackFolders>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="DocsPipeline.StorageFormat" Version="*" />
              </ItemGroup>
            </Project>
            """.Replace("$(NuGetPackageRoot)", Packages()));
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), Program(examples));

        var run = await PackedLibrary.DotnetAsync(folder, "run", "--verbosity", "quiet");

        run.Error.ShouldBeEmpty();
        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldBe(string.Concat(examples.Select(example => example.Shown)));
    }

    private static IEnumerable<string> Papers => new[] { "CONSTRUCTS.md", "LICENSE", "README.md" }
        .Where(name => name != "CONSTRUCTS.md" || File.Exists(Path.Combine(Checkout.Root, "src/DocsPipeline.StorageFormat", name)));

    /// <summary>The examples one after the other, each with names of its own.</summary>
    private static string Program(IReadOnlyList<ReadmeExample> examples)
    {
        var lines = examples.Select(example => example.Code.Split('\n')).ToList();
        var usings = lines.SelectMany(code => code.Where(IsUsing)).Distinct();
        return string.Join('\n', usings.Concat(lines.Select(code => $"{{\n{string.Join('\n', code.Where(line => !IsUsing(line)))}\n}}")));
    }

    private static bool IsUsing(string line) => line.StartsWith("using ", StringComparison.Ordinal);

    /// <summary>Where Markdig lies since this program was restored: the test asks no registry for it.</summary>
    private static string Packages() => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private string Text(string path)
    {
        using var zip = ZipFile.OpenRead(packed.File);
        using var reader = new StreamReader(zip.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }
}
