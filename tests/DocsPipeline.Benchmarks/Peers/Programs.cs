namespace DocsPipeline.Benchmarks.Peers;

/// <summary>What stands on the PATH.</summary>
internal static class Programs
{
    private static readonly string[] Endings = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];

    public static bool IsInstalled(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => Endings.Any(ending => File.Exists(Path.Combine(folder, program + ending))));
}
