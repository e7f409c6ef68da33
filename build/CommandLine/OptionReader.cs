using DocsPipeline.Diagnostics;

namespace Build.CommandLine;

/// <summary>Checks one target's options against what it declares and writes them in the one form that cannot be misread.</summary>
internal sealed class OptionReader(Target target, TargetList targets)
{
    private readonly Dictionary<string, string> given = new(StringComparer.OrdinalIgnoreCase);

    private IEnumerable<TaskArgumentAttribute> Known => target.Arguments.Concat(TargetCommandLine.Always);

    /// <summary>Every word as <c>--name=value</c>; a switch that is set has the value <c>true</c>.</summary>
    public IEnumerable<string> Read(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].StartsWith("--", StringComparison.Ordinal))
            {
                Add(target.Positional ?? throw Unexpected(words[i]), words[i]);
                continue;
            }

            var parts = words[i][2..].Split('=', 2);
            var argument = Known.FirstOrDefault(known => Names(known, parts[0])) ?? throw Unknown(parts[0]);
            var value = parts.Length > 1 ? parts[1] : null;
            var isFollowed = i + 1 < words.Count && !words[i + 1].StartsWith("--", StringComparison.Ordinal);
            if (argument.Value is not null && value is null && isFollowed)
            {
                value = words[++i];
            }

            Add(argument, value);
        }

        var missing = target.Arguments
            .Where(argument => argument.Required && !given.ContainsKey(argument.Name))
            .Select(argument => $"`{argument.Usage}`")
            .ToList();
        return missing.Count == 0
            ? given.Select(pair => $"--{pair.Key}={pair.Value}")
            : throw Refusal.Of($"`{target.Word}` needs {string.Join(", ", missing)}", $"for instance `./build.sh {target.Examples[0]}`");
    }

    private static bool Names(TaskArgumentAttribute argument, string name) =>
        argument.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private void Add(TaskArgumentAttribute argument, string? value)
    {
        if (argument.Value is null && value is not null)
        {
            throw Refusal.Of($"`--{argument.Name}` takes no value", $"write `--{argument.Name}` alone");
        }

        if (argument.Value is not null && string.IsNullOrEmpty(value))
        {
            throw Refusal.Of($"`--{argument.Name}` needs a value", $"write `{argument.Usage}`");
        }

        if (argument.Choices.Count > 0)
        {
            // As it is declared, so that no target has to think of case.
            value = argument.Choices.FirstOrDefault(choice => choice.Equals(value, StringComparison.OrdinalIgnoreCase))
                ?? throw Refusal.Of($"`--{argument.Name}` cannot be `{value}`", $"it is one of {string.Join(", ", argument.Choices)}");
        }

        if (!given.TryAdd(argument.Name, value ?? "true"))
        {
            throw Refusal.Of($"`--{argument.Name}` is given twice", "say it once");
        }
    }

    private PipelineException Unexpected(string word) => target == targets.Default
        ? Refusal.Of($"`{word}` is not understood", "the target comes first: `./build.sh <target> [options]`")
        : Refusal.Of($"`{word}` is not understood", $"one target at a time; `./build.sh help {target.Word}` lists its options");

    private PipelineException Unknown(string name)
    {
        var owners = targets.All.Where(other => other.Arguments.Any(argument => Names(argument, name))).ToList();
        var help = Suggestion.For(name, Known.Select(argument => argument.Name).Append("target")) is { } near ? $"did you mean `--{near}`?"
            : owners.Count > 0 ? $"`--{name}` belongs to {string.Join(", ", owners.Select(owner => $"`{owner.Word}`"))}"
            : target == targets.Default ? "`./build.sh` alone shows every target"
            : $"`./build.sh help {target.Word}` lists its options";
        return Refusal.Of(target == targets.Default ? $"there is no option `--{name}`" : $"`{target.Word}` has no option `--{name}`", help);
    }
}
