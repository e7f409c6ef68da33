using Build.CommandLine;
using Cake.Frosting;
using DocsPipeline.Diagnostics;

namespace Build.Tasks;

[TaskOrder(9)]
[TaskDescription("explains a diagnostic: what is wrong, an example, why it matters, how to mend it")]
[TaskExample("explain DOC0203")]
[TaskArgument("code", "the code as it was shown; without one, every code and its title", Value = "CODE", Positional = true)]
public sealed class Explain : FrostingTask<BuildContext>
{
    public override void Run(BuildContext context) => Console.Write(context.Option("code") is { } code ? Page(code) : List());

    private static string Page(string code)
    {
        var near = Suggestion.For(code, Catalogue.All.Select(known => known.Id));
        return Catalogue.Explain(code) ?? throw Refusal.Of(
            $"there is no diagnostic `{code}`",
            near is null ? "`./build.sh explain` lists every code" : $"did you mean `./build.sh explain {near}`?");
    }

    private static string List() =>
        string.Concat(Catalogue.All.Select(code => $"{code.Id}  {code.Severity.ToString().ToLowerInvariant(),-7}  {code.Title}\n"));
}
