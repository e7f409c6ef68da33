using Build;
using Build.CommandLine;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Tests.Build.CommandLine;

public sealed class TargetCommandLineTests
{
    private static readonly TargetCommandLine CommandLine = TargetCommandLine.Of(typeof(BuildContext).Assembly);

    [Theory]
    [InlineData("explain")]
    [InlineData("Explain")]
    [InlineData("--target=Explain")]
    [InlineData("--target", "EXPLAIN")]
    [InlineData("-t", "explain")]
    public void A_target_is_the_same_however_it_is_written(params string[] args) =>
        CommandLine.Read(args).ShouldBe(["--target=Explain"]);

    [Fact]
    public void Without_a_target_it_teaches() => CommandLine.Read([]).ShouldBe(["--target=Default"]);

    [Theory]
    [InlineData("help", "sandbox")]
    [InlineData("sandbox", "--help")]
    [InlineData("sandbox", "-h")]
    [InlineData("--target=Sandbox", "--help")]
    public void Help_is_a_word_before_or_an_option_after_the_target(params string[] args) =>
        CommandLine.Read(args).ShouldBe(["--target=Default", "--about=Sandbox"]);

    [Theory]
    [InlineData("sandbox", "--port", "9000", "--reset")]
    [InlineData("sandbox", "--port=9000", "--reset")]
    [InlineData("sandbox", "--PORT=9000", "--Reset")]
    public void Options_come_out_in_one_form(params string[] args) =>
        CommandLine.Read(args).ShouldBe(["--target=Sandbox", "--port=9000", "--reset=true"]);

    [Fact]
    public void A_choice_comes_out_as_it_is_declared() =>
        CommandLine.Read(["explain", "--verbosity", "QUIET"]).ShouldBe(["--target=Explain", "--verbosity=quiet"]);

    [Fact]
    public void A_value_may_stand_alone_where_the_target_says_so() =>
        CommandLine.Read(["explain", "DOC0101"]).ShouldBe(["--target=Explain", "--code=DOC0101"]);

    [Theory]
    [InlineData("there is no target `explian`", "did you mean `./build.sh explain`?", "explian")]
    [InlineData("there is no target `sand`", "did you mean `./build.sh sandbox`?", "sand")]
    [InlineData("there is no target `brew`", "`./build.sh` alone shows every target", "brew")]
    [InlineData("there is no target `explian`", "did you mean `./build.sh explain`?", "help", "explian")]
    [InlineData("there is no option `--targett`", "did you mean `--target`?", "--targett", "Explain")]
    [InlineData("`sandbox` has no option `--prot`", "did you mean `--port`?", "sandbox", "--prot", "1")]
    [InlineData("`sandbox` has no option `--code`", "`--code` belongs to `explain`", "sandbox", "--code", "1")]
    [InlineData("`sandbox` has no option `--umbrella`", "`./build.sh help sandbox` lists its options", "sandbox", "--umbrella")]
    [InlineData("`--port` needs a value", "write `--port PORT`", "sandbox", "--port")]
    [InlineData("`--port` needs a value", "write `--port PORT`", "sandbox", "--port", "--reset")]
    [InlineData("`--port` needs a value", "write `--port PORT`", "sandbox", "--port=")]
    [InlineData("`--reset` takes no value", "write `--reset` alone", "sandbox", "--reset=no")]
    [InlineData("`--port` is given twice", "say it once", "sandbox", "--port=1", "--port=2")]
    [InlineData("`--verbosity` cannot be `loud`", "it is one of quiet, normal, diagnostic", "sandbox", "--verbosity=loud")]
    [InlineData(
        "`convert` needs `--in DIR`, `--out DIR`",
        "for instance `./build.sh convert --from storage --to markdown --in pages --out documents`",
        "convert", "--from=storage", "--to=markdown")]
    [InlineData("`explain` is not understood", "one target at a time; `./build.sh help sandbox` lists its options", "sandbox", "explain")]
    public void What_is_not_understood_is_refused_with_what_was_probably_meant(string message, string help, params string[] args)
    {
        var refusal = Should.Throw<PipelineException>(() => CommandLine.Read(args).ToList());
        refusal.ExitCode.ShouldBe(ExitCode.WrongCommandLine);
        var diagnostic = refusal.Diagnostics.ShouldHaveSingleItem();
        diagnostic.Code.Id.ShouldBe("DOC0906");
        diagnostic.Message.ShouldBe(message);
        diagnostic.Help.ShouldBe(help);
    }
}
