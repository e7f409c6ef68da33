using Cake.Common;
using Cake.Core;
using Cake.Core.IO;
using DocsPipeline.Diagnostics;

namespace Build.Packing;

/// <summary>One run of <c>dotnet pack</c>.</summary>
internal static class PackRun
{
    private const string Project = "src/DocsPipeline.StorageFormat/DocsPipeline.StorageFormat.csproj";

    /// <summary>Makes the package of the converter; its file is the only one of its name in the folder.</summary>
    public static string Start(BuildContext context, string folder)
    {
        foreach (var old in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "DocsPipeline.StorageFormat.*.nupkg") : [])
        {
            System.IO.File.Delete(old);
        }

        // As for CI: the same sources give the same bytes, on whatever machine and in whatever folder.
        var arguments = new ProcessArgumentBuilder()
            .Append("pack").AppendQuoted(Project).Append("--configuration").Append("Release")
            .Append("--output").AppendQuoted(folder).Append("--verbosity").Append("quiet").Append("--nologo")
            .Append("-p:ContinuousIntegrationBuild=true");
        if (context.StartProcess("dotnet", new ProcessSettings { Arguments = arguments }) != 0)
        {
            throw new PipelineException(ExitCode.Errors, []);
        }

        return Directory.EnumerateFiles(folder, "DocsPipeline.StorageFormat.*.nupkg").Single();
    }
}
