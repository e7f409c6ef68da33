using Build.CommandLine;
using Build.Packing;
using Cake.Frosting;

namespace Build.Tasks;

[TaskOrder(13)]
[TaskDescription("makes the NuGet package of the converter, for other programs, in artifacts/packages/ and says what is in it")]
[TaskExample("pack")]
[TaskExample("pack --out ~/packages")]
[TaskArgument("out", "the folder to write, artifacts/packages/ unless given", Value = "DIR")]
public sealed class Pack : FrostingTask<BuildContext>
{
    private const string Folder = "artifacts/packages";

    public override void Run(BuildContext context)
    {
        var file = PackRun.Start(context, context.PathOption("out") ?? Path.GetFullPath(Folder, Repository.Root));
        var package = LibraryPackage.Read(file);
        context.Narrator.Say($"{package.Id} {package.Version}, licence {package.License}, needs {string.Join(", ", package.Dependencies)}");
        foreach (var (path, length) in package.Files)
        {
            context.Narrator.Say($"  {path}, {length} bytes");
        }

        var folder = Path.GetDirectoryName(file);
        context.Narrator.Say($"  in {file}");
        context.Narrator.Say("To use it in a project elsewhere:");
        context.Narrator.Say($"  dotnet nuget add source \"{folder}\" --name docspipeline");
        context.Narrator.Say($"  dotnet add package {package.Id}");
    }
}
