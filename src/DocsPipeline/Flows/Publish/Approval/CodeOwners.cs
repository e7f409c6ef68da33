using System.Text.RegularExpressions;

namespace DocsPipeline.Flows.Publish.Approval;

/// <summary>
/// A CODEOWNERS file as GitHub reads it: the last matching line wins, and a line without owners takes ownership away. A line that GitHub
/// would skip makes the whole file unusable here, because skipping it silently hands its paths to somebody else.
/// </summary>
public sealed partial class CodeOwners
{
    public static readonly IReadOnlyList<string> Paths = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

    private readonly List<(Regex Pattern, IReadOnlyList<string> Owners)> rules = [];

    private CodeOwners()
    {
    }

    /// <summary>Lines, from 1, that are not valid.</summary>
    public IReadOnlyList<int> InvalidLines { get; private set; } = [];

    public static CodeOwners Parse(string text)
    {
        var owners = new CodeOwners();
        var invalid = new List<int>();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var fields = WithoutComment(line).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (fields.Length == 0)
            {
                continue;
            }

            // GitHub supports neither negation nor character ranges here.
            if (fields[0].IndexOfAny(['!', '[', ']', '\\']) >= 0 || fields.Skip(1).Any(owner => !Owner().IsMatch(owner)))
            {
                invalid.Add(number);
                continue;
            }

            owners.rules.Add((Pattern(fields[0]), [.. fields.Skip(1).Select(owner => owner.TrimStart('@'))]));
        }

        owners.InvalidLines = invalid;
        return owners;
    }

    /// <summary>
    /// The owners of a path: logins without <c>@</c>, or <c>org/team</c>; none where no line matches or the last match names none.
    /// </summary>
    public IReadOnlyList<string> Of(string path) => rules.FindLast(rule => rule.Pattern.IsMatch(path)).Owners ?? [];

    private static string WithoutComment(string line)
    {
        var hash = line.StartsWith('#') ? 0 : line.IndexOf(" #", StringComparison.Ordinal);
        return hash < 0 ? line : line[..hash];
    }

    private static Regex Pattern(string glob)
    {
        var body = glob.Trim('/');
        var anchored = glob.StartsWith('/') || body.Contains('/', StringComparison.Ordinal);
        var expression = Regex.Escape(body)
            .Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);

        // `docs/*` means the files directly inside; every other pattern also means what lies below the folder it names.
        var below = glob.EndsWith('/') ? "/.+" : glob.EndsWith("/*", StringComparison.Ordinal) ? "" : "(?:/.+)?";
        var above = anchored ? "" : "(?:.*/)?";
        return new Regex($"^{above}{expression}{below}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex("^(@[A-Za-z0-9][A-Za-z0-9-]*(/[A-Za-z0-9._-]+)?|[^@\\s]+@[^@\\s]+)$")]
    private static partial Regex Owner();
}
