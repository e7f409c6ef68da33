using Cake.Common;
using Cake.Core;
using Cake.Core.IO;

namespace Build.Testing;

/// <summary>One run of <c>dotnet test</c>; what it prints passes through, what it counted is read from its report.</summary>
internal static class TestRun
{
    private const string Report = "artifacts/test/results.trx";

    /// <param name="context">The run.</param>
    /// <param name="filter">As <c>dotnet test --filter</c> reads it; null for all tests.</param>
    /// <param name="search">How long each test of random inputs searches; null for as long as it takes by itself.</param>
    public static TestOutcome Start(BuildContext context, string? filter, TimeSpan? search)
    {
        // An old report must not speak for a run that never began.
        if (System.IO.File.Exists(Report))
        {
            System.IO.File.Delete(Report);
        }

        var arguments = new ProcessArgumentBuilder()
            .Append("test").AppendQuoted("tests/DocsPipeline.Tests/DocsPipeline.Tests.csproj")
            .Append("--nologo").Append("--verbosity").Append("minimal")
            .Append("--blame-hang-timeout").Append("5m").Append("--blame-hang-dump-type").Append("none")
            .Append("--results-directory").AppendQuoted("artifacts/test")
            .Append("--logger").AppendQuoted("trx;LogFileName=results.trx")
            .Append("--logger").AppendQuoted("console;verbosity=minimal");
        if (filter is not null)
        {
            arguments.Append("--filter").AppendQuoted(filter);
        }

        var settings = new ProcessSettings { Arguments = arguments };
        if (search is { } time)
        {
            settings.EnvironmentVariables = new Dictionary<string, string?> { ["CsCheck_Time"] = $"{time.TotalSeconds:0}" };
        }

        var exitCode = context.StartProcess("dotnet", settings);
        return TestOutcome.Read(Report, exitCode);
    }
}
