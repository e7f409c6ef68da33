using Build.CommandLine;
using Cake.Frosting;
using DocsPipeline.Diagnostics;

namespace Build.Tasks;

[TaskDescription("explains a diagnostic: what is wrong, an example, why it matters, how to mend it")]
[TaskExample("explain DOC0203")]
[TaskArgument("code", "the code as it was shown; without one, every code and its title", Value = "CODE", Positional = true)]
public sealed class Explain : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => Console.Write(context.Option("code") is { } code ? Page(code) : List());

    private static string Page(string code) => Catalogue.Explain(code) ?? throw Refusal.Of(
        $"there is no diagnostic `{code}`",
        Suggestion.For(code, Catalogue.All.Select(known => known.Id)) is { } near ? $"did you mean `./build.sh explain {near}`?" : "`./build.sh explain` lists every code");

    private static string List() => string.Concat(Catalogue.All.Select(code => $"{code.Id}  {code.Severity.ToString().ToLowerInvariant(),-7}  {code.Title}\n"));
}
