namespace DocsPipeline.Tests.Build.Scripts;

/// <summary>The real program, compiled by each script itself: once from nothing, and once over what the other one left.</summary>
public sealed class FreshCloneTests
{
    private static readonly string[][] Calls =
    [
        [],
        ["explain", "DOC0101"],
        ["Validate", "--format=json"],
        ["validate", "--out", "a file with spaces.txt"],
        ["explian"],
        ["explain", "no such code"],
        ["explain", ""],
        ["explain", "say \"hi\""],
        ["publish", "--plan", "no such file.json", "--dryrun"],
        ["test", "--filter"],
    ];

    [PowerShellFact]
    public async Task Both_scripts_compile_and_answer_the_same()
    {
        FreshClone.IsPossible.ShouldBeTrue("This folder is no git checkout, so there is nothing to clone.");
        using var clone = await FreshClone.MakeAsync();
        var elsewhere = Path.GetDirectoryName(clone.Folder)!;
        var powerShell = new StartScript(clone.Folder, StartScript.PowerShellScript);
        var bash = new StartScript(clone.Folder, StartScript.Bash);

        await CompileAsync(powerShell, elsewhere);
        await CompileAsync(bash, elsewhere);

        foreach (var call in Calls)
        {
            var expected = await bash.RunAsync(elsewhere, call);
            (await powerShell.RunAsync(elsewhere, call)).ShouldBe(expected, string.Join(' ', call));
        }

        (await powerShell.RunAsync(elsewhere, "explian")).ExitCode.ShouldBe(64);
        Directory.EnumerateFileSystemEntries(elsewhere).Select(Path.GetFileName)
            .ShouldBe(["docs pipeline", "a file with spaces.txt"], ignoreOrder: true);
    }

    /// <summary>Runs a target until it has compiled a program of its own, and finds that it need not do so twice.</summary>
    private static async Task CompileAsync(StartScript script, string folder)
    {
        Directory.CreateDirectory(script.Compiled);
        File.Delete(Path.Combine(script.Compiled, "current"));
        var before = Programs(script);
        for (var time = 1; time <= 2; time++)
        {
            var run = await script.RunAsync(folder, "explain", "DOC0101");
            run.ExitCode.ShouldBe(0, $"{script.Name}: {run.Output}{run.Error}");
            run.Output.ShouldStartWith("# DOC0101: ");
            Programs(script).ShouldBe(before + 1, script.Name);
        }
    }

    private static int Programs(StartScript script) =>
        Directory.EnumerateDirectories(script.Compiled).Count();
}
