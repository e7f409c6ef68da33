namespace DocsPipeline.Tests.Conventions;

/// <summary>Flows → Sync → Systems → Documents → Diagnostics. A flow never names another flow, a system never another system, Http aside.</summary>
public sealed class LayersPointDownwards
{
    private static readonly string[] Layers = ["Diagnostics", "Documents", "Systems", "Sync", "Flows"];

    [Fact]
    public void The_library_has_five_folders_and_no_sixth() => Directory
        .EnumerateDirectories(Path.Combine(Checkout.Root, "src/DocsPipeline"))
        .Select(Path.GetFileName)
        .Except(Layers)
        .ShouldBeEmpty();

    [Fact]
    public void No_folder_names_one_above_it_or_beside_it() =>
        SourceFile.Below("src/DocsPipeline").SelectMany(Faults).ShouldBeEmpty();

    [Fact]
    public void The_task_for_msbuild_knows_no_system_and_no_flow_but_Validate() => SourceFile.Below("src/DocsPipeline.MSBuild")
        .SelectMany(file => file.Mentions.Select(mention => $"{file.Path}: {mention}"))
        .Where(mention => mention.Contains("DocsPipeline.Systems") || (mention.Contains("DocsPipeline.Flows") && !mention.EndsWith("Flows.Validate")))
        .ShouldBeEmpty();

    [Fact]
    public void The_sandbox_knows_nothing_of_ours()
    {
        typeof(DocsPipeline.Sandbox.SandboxHost).Assembly.GetReferencedAssemblies()
            .Where(reference => reference.Name!.StartsWith("DocsPipeline", StringComparison.Ordinal) || reference.Name == "Build")
            .ShouldBeEmpty();
        SourceFile.Below("src/DocsPipeline.Sandbox").SelectMany(file => file.Mentions).Where(mention => !mention.StartsWith("DocsPipeline.Sandbox")).ShouldBeEmpty();
        File.ReadAllText(Path.Combine(Checkout.Root, "src/DocsPipeline.Sandbox/DocsPipeline.Sandbox.csproj")).ShouldNotContain("ProjectReference");
    }

    private static IEnumerable<string> Faults(SourceFile file)
    {
        var folders = file.Path.Split('/')[2..^1];
        var layer = Array.IndexOf(Layers, folders.FirstOrDefault());
        return file.Mentions
            .Select(mention => mention.Split('.')[1..])
            .Where(named => named.Length > 0)
            .Where(named => Array.IndexOf(Layers, named[0]) > layer || IsNeighbour(folders, named))
            .Select(named => $"{file.Path} names {string.Join('.', named)}");
    }

    private static bool IsNeighbour(string[] folders, string[] named) =>
        folders.Length > 1 && named.Length > 1 && folders[0] == named[0] && folders[1] != named[1]
        && (named[0] == "Flows" || (named[0] == "Systems" && named[1] != "Http"));
}
