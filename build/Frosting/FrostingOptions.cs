using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting;

/// <summary>A command line as Frosting reads it: what its own options mean, and every argument as tasks may ask for it.</summary>
internal sealed record FrostingOptions(IReadOnlyList<string> Targets, CakeArguments Arguments)
{
    private static readonly Dictionary<string, string> ShortNames = new()
    {
        ["-t"] = "--target",
        ["-v"] = "--verbosity",
        ["-w"] = "--working",
        ["-e"] = "--exclusive",
    };

    public bool DryRun => Has("dryrun", "noop", "whatif");

    public bool Tree => Has("tree", "showtree");

    public bool Description => Has("description", "descriptions", "showdescription", "showdescriptions");

    public bool Exclusive => Has("exclusive");

    public string? WorkingDirectory => Arguments.GetArgument("working");

    public Verbosity? Verbosity => Arguments.GetArgument("verbosity") is not { } text ? null
        : VerbosityParser.TryParse(text, out var verbosity) ? verbosity
        : throw new CakeException($"The verbosity '{text}' is not known.");

    /// <summary>Reads <c>--name=value</c>, <c>--name value</c> and <c>--name</c>; what begins with a dash is never a value.</summary>
    public static FrostingOptions Parse(IEnumerable<string> args)
    {
        var words = args.ToArray();
        var pairs = new List<(string Name, string Value)>();
        for (var i = 0; i < words.Length; i++)
        {
            var word = ShortNames.GetValueOrDefault(words[i], words[i]);
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                throw new CakeException($"'{word}' is not an option.");
            }

            var equals = word.IndexOf('=', StringComparison.Ordinal);
            var takesNext = equals < 0 && i + 1 < words.Length && !words[i + 1].StartsWith('-');
            var name = equals < 0 ? word[2..] : word[2..equals];
            pairs.Add((name, equals >= 0 ? word[(equals + 1)..] : takesNext ? words[++i] : string.Empty));
        }

        if (!pairs.Exists(pair => IsTarget(pair.Name)))
        {
            pairs.Add(("target", "Default"));
        }

        return new FrostingOptions(
            [.. pairs.Where(pair => IsTarget(pair.Name)).Select(pair => pair.Value)],
            new CakeArguments(pairs.ToLookup(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase)));
    }

    private static bool IsTarget(string name) => name.Equals("target", StringComparison.OrdinalIgnoreCase);

    private bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (Arguments.HasArgument(name) && Arguments.GetArgument(name) is not "false")
            {
                return true;
            }
        }

        return false;
    }
}
