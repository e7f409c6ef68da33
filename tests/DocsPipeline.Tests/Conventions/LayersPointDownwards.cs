namespace DocsPipeline.Tests.Conventions;

/// <summary>
/// Flows → Sync → Systems → Documents → Diagnostics. A flow never uses another flow, a system never another system, Http aside. Held
/// against the compiled
/// code, and against the using directives for what the compiler copies (constants).
/// </summary>
public sealed class LayersPointDownwards
{
    private static readonly string[] Layers = ["Diagnostics", "Documents", "Systems", "Sync", "Flows"];

    [Fact]
    public void The_library_has_a_folder_for_each_layer_and_no_other() => Directory
        .EnumerateDirectories(Path.Combine(Checkout.Root, "src/DocsPipeline"))
        .Select(Path.GetFileName)
        .Except(Layers)
        .ShouldBeEmpty();

    [Fact]
    public void No_type_uses_a_layer_above_it_or_a_room_beside_it() => CompiledCode.Arrows
        .Where(arrow => arrow.From.Assembly == "DocsPipeline" && arrow.To.Assembly == "DocsPipeline")
        .Where(arrow => IsForbidden(arrow.From.Namespace, arrow.To.Namespace))
        .Select(arrow => arrow.ToString())
        .ShouldBeEmpty();

    [Fact]
    public void No_file_names_a_layer_above_it_or_a_room_beside_it() => SourceFile.Below("src/DocsPipeline")
        .SelectMany(
            file => file.Mentions.Where(mention => IsForbidden(Namespace(file), mention)).Select(mention => $"{file.Path} names {mention}"))
        .ShouldBeEmpty();

    [Fact]
    public void What_a_system_puts_on_the_wire_stays_within_it() => CompiledCode.Arrows
        .Where(arrow => arrow.To.Namespace.EndsWith(".Wire", StringComparison.Ordinal) && arrow.To.Assembly == "DocsPipeline")
        .Where(arrow => System(arrow.From.Namespace) != System(arrow.To.Namespace))
        .Select(arrow => arrow.ToString())
        .ShouldBeEmpty();

    [Fact]
    public void The_task_for_msbuild_knows_no_system_and_no_flow_but_Validate() => CompiledCode.Arrows
        .Where(arrow => arrow.From.Assembly == "DocsPipeline.MSBuild")
        .Select(arrow => arrow.To)
        .Where(to => to.Assembly == "DocsPipeline" && Rooms(to.Namespace) is ["Systems" or "Sync", ..] or ["Flows", not "Validate", ..])
        .Select(to => to.ToString())
        .ShouldBeEmpty();

    [Theory]
    [InlineData("DocsPipeline.Sandbox")]
    [InlineData("DocsPipeline.StorageFormat")]
    public void What_could_serve_others_knows_nothing_of_ours(string project)
    {
        var folder = Path.Combine(Checkout.Root, "src", project);
        if (Directory.Exists(folder))
        {
            File.ReadAllText(Path.Combine(folder, $"{project}.csproj")).ShouldNotContain("ProjectReference");
            CompiledCode.Arrows.Where(arrow => arrow.From.Assembly == project && arrow.To.Assembly != project).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Nothing_of_the_pipeline_knows_the_sandbox_or_the_build_program() => CompiledCode.Arrows
        .Where(arrow => arrow.From.Assembly is "DocsPipeline" or "DocsPipeline.MSBuild" or "DocsPipeline.StorageFormat")
        .Where(arrow => arrow.To.Assembly is "DocsPipeline.Sandbox" or "DocsPipeline.Demo" or "Build")
        .ShouldBeEmpty();

    private static bool IsForbidden(string from, string to)
    {
        if (Rooms(from) is not [var layer, ..] || Rooms(to) is not [var used, ..])
        {
            return false;
        }

        return Array.IndexOf(Layers, used) > Array.IndexOf(Layers, layer) || (layer == used && AreNeighbours(Rooms(from), Rooms(to)));
    }

    private static bool AreNeighbours(string[] from, string[] to) =>
        from.Length > 1 && to.Length > 1 && from[1] != to[1] && (from[0] == "Flows" || (from[0] == "Systems" && to[1] != "Http"));

    private static string[] Rooms(string name) => name.Split('.')[1..];

    private static string System(string name) => string.Join('.', name.Split('.').Take(3));

    private static string Namespace(SourceFile file) => string.Join('.', file.Path.Split('/')[1..^1]);
}
