using System.Diagnostics;

namespace DocsPipeline.Tests.Build.Scripts;

/// <summary>Both scripts do the same, whatever they are told and whatever happens to a compilation.</summary>
public sealed class StartScriptTests : IDisposable
{
    private static readonly string[] Words =
        ["a b", "q\"q", "", "it's", "\\", "a\\\"b", "$HOME", "*", "-h", "--name=value", "a,b", "1.0", "é", "`x`", "; exit 9"];

    private readonly TrialCheckout checkout = new();

    public static TheoryData<string> Scripts => [StartScript.Bash, StartScript.PowerShellScript];

    public void Dispose() => checkout.Dispose();

    [PowerShellTheory]
    [MemberData(nameof(Scripts))]
    public async Task Words_reach_the_program_as_they_were_typed(string name)
    {
        var run = await RunAsync(name, Words);

        run.Output.ShouldBe(string.Concat(Words.Select(word => $"<{word}>\n")));
        (run.ExitCode, run.Error).ShouldBe((0, ""));
    }

    [PowerShellFact]
    public async Task A_list_at_a_PowerShell_prompt_stays_the_word_it_was()
    {
        var script = checkout.Script(StartScript.PowerShellScript);
        var run = await script.TypeAsync(checkout.Elsewhere, "test --filter a,b -h \"\" 'x y'");

        run.Output.ShouldBe("<test>\n<--filter>\n<a,b>\n<-h>\n<>\n<x y>\n");
        run.ExitCode.ShouldBe(0);
    }

    [PowerShellTheory]
    [MemberData(nameof(Scripts))]
    public async Task The_exit_code_and_what_is_printed_are_those_of_the_program(string name) =>
        (await RunAsync(name, "refuse")).ShouldBe(new ScriptRun(64, "<refuse>\n", "refused: 2\n"));

    [PowerShellTheory]
    [MemberData(nameof(Scripts))]
    public async Task Compiles_once_and_leaves_nothing_where_it_was_called_from(string name)
    {
        await RunAsync(name, "explain");
        await RunAsync(name, "explain");

        checkout.Compilations.ShouldBe(1);
        Directory.EnumerateFileSystemEntries(checkout.Elsewhere).ShouldBeEmpty();
    }

    [PowerShellFact]
    public async Task What_one_script_compiled_serves_the_other()
    {
        await RunAsync(StartScript.PowerShellScript, "explain");
        await RunAsync(StartScript.Bash, "explain");
        checkout.Compilations.ShouldBe(1);

        Later("build");
        await RunAsync(StartScript.Bash, "explain");
        Earlier("build");
        await RunAsync(StartScript.PowerShellScript, "explain");
        checkout.Compilations.ShouldBe(2);
    }

    [PowerShellTheory]
    [InlineData(StartScript.Bash, "build/Tasks/Export.cs")]
    [InlineData(StartScript.Bash, "src")]
    [InlineData(StartScript.Bash, "global.json")]
    [InlineData(StartScript.PowerShellScript, "build/Tasks/Export.cs")]
    [InlineData(StartScript.PowerShellScript, "src")]
    [InlineData(StartScript.PowerShellScript, "global.json")]
    public async Task Compiles_again_when_a_file_changed_or_went(string name, string source)
    {
        await RunAsync(name, "explain");
        Later(source);
        await RunAsync(name, "explain");

        checkout.Compilations.ShouldBe(2);
    }

    [PowerShellFact]
    public async Task Of_several_starts_at_once_one_compiles_and_all_run()
    {
        checkout.CompilingTakes(3);
        string[] names = [StartScript.Bash, StartScript.PowerShellScript, StartScript.Bash, StartScript.PowerShellScript];

        var runs = await Task.WhenAll(names.Select(name => RunAsync(name, name)));

        runs.Select(run => run.Output).ShouldBe(names.Select(name => $"<{name}>\n"));
        checkout.Compilations.ShouldBe(1);
    }

    [PowerShellTheory]
    [MemberData(nameof(Scripts))]
    public async Task A_compilation_that_was_killed_is_begun_anew(string name)
    {
        checkout.CompilingTakes(60);
        using (var killed = Process.Start(checkout.Script(name).Start(checkout.Elsewhere, "explain"))!)
        {
            while (checkout.Compilations == 0)
            {
                await Task.Delay(50);
            }

            killed.Kill(entireProcessTree: true);
            await killed.WaitForExitAsync();
        }

        checkout.CompilingTakes(0);
        (await RunAsync(name, "explain")).ShouldBe(new ScriptRun(0, "<explain>\n", ""));
        checkout.Compilations.ShouldBe(2);
    }

    [PowerShellTheory]
    [MemberData(nameof(Scripts))]
    public async Task A_name_without_a_program_counts_for_nothing(string name)
    {
        await RunAsync(name, "explain");
        await File.WriteAllTextAsync(Path.Combine(checkout.Script(name).Compiled, "current"), "20260101000000-1\n");

        (await RunAsync(name, "explain")).Output.ShouldBe("<explain>\n");
        checkout.Compilations.ShouldBe(2);
    }

    [PowerShellTheory]
    [MemberData(nameof(Scripts))]
    public async Task A_compilation_that_fails_says_why_and_nothing_old_is_run_instead(string name)
    {
        await RunAsync(name, "explain");
        checkout.Break();
        Later("build");
        (await RunAsync(name, "explain")).ShouldBe(new ScriptRun(1, "", "Broken.cs(1,1): error CS1001: a name is expected\n"));

        checkout.Mend();
        (await RunAsync(name, "explain")).ShouldBe(new ScriptRun(0, "<explain>\n", ""));
    }

    [PowerShellTheory]
    [MemberData(nameof(Scripts))]
    public async Task Does_without_precompiled_code_where_its_compiler_is_missing(string name)
    {
        checkout.LosePrecompiler();

        (await RunAsync(name, "explain")).ShouldBe(new ScriptRun(0, "<explain>\n", ""));
        checkout.Compilations.ShouldBe(2);
    }

    [PowerShellTheory]
    [MemberData(nameof(Scripts))]
    public async Task Of_the_programs_compiled_before_two_are_kept(string name)
    {
        for (var i = 0; i < 5; i++)
        {
            Later("build");
            await RunAsync(name, "explain");
        }

        Directory.EnumerateDirectories(checkout.Script(name).Compiled).Count().ShouldBe(3);
    }

    private Task<ScriptRun> RunAsync(string name, params string[] words) => checkout.Script(name).RunAsync(checkout.Elsewhere, words);

    private void Later(string source) => Touch(source, DateTime.UtcNow.AddMinutes(1));

    private void Earlier(string source) => Touch(source, DateTime.UtcNow.AddMinutes(-1));

    private void Touch(string source, DateTime time)
    {
        var path = checkout.Source(source);
        if (Directory.Exists(path))
        {
            Directory.SetLastWriteTimeUtc(path, time);
        }
        else
        {
            File.SetLastWriteTimeUtc(path, time);
        }
    }
}
