using System.Text;
using System.Text.RegularExpressions;
using DocsPipeline.Sandbox.GitHub.Store;

namespace DocsPipeline.Sandbox.GitHub.Rules;

/// <summary>A line of CODEOWNERS that GitHub does not understand.</summary>
internal sealed record CodeOwnersError(int Line, int Column, string Kind, string Source, string? Suggestion);

/// <summary>The code owners as one branch states them: the last matching line wins, a line with an error does not count.</summary>
internal sealed class CodeOwners
{
    private static readonly string[] Places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

    private readonly List<(Regex Pattern, IReadOnlyList<User> Owners)> rules = [];
    private readonly List<CodeOwnersError> errors = [];

    private CodeOwners(string? path) => Path = path;

    /// <summary>Where the file lies; null without one.</summary>
    public string? Path { get; }

    public IReadOnlyList<CodeOwnersError> Errors => errors;

    public static async Task<CodeOwners> ReadAsync(GitHubState state, Repository repository, string commit)
    {
        var git = state.Git(repository);
        foreach (var place in Places)
        {
            if (await git.Objects.EntryAsync(commit, place) is { Type: "blob" } entry)
            {
                var owners = new CodeOwners(place);
                owners.Parse(
                    Encoding.UTF8.GetString((await git.Objects.ReadAsync("blob", entry.Sha))!), name => Owner(state, repository, name));
                return owners;
            }
        }

        return new CodeOwners(null);
    }

    /// <summary>Nobody where no line matches, or where the last one that does names nobody.</summary>
    public IReadOnlyList<User> Of(string path) => rules.LastOrDefault(rule => rule.Pattern.IsMatch(path)).Owners ?? [];

    private static User? Owner(GitHubState state, Repository repository, string name)
    {
        var user = name.StartsWith('@') ? state.Users.ByLogin(name[1..]) : state.Users.ByEmail(name);
        return user is not null && state.Repositories.Of(repository, user) >= Permission.Write ? user : null;
    }

    private void Parse(string text, Func<string, User?> find)
    {
        foreach (var (index, source) in text.Split('\n').Index())
        {
            var line = source.TrimEnd('\r');
            var words = line.Split('#')[0].Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
            {
                continue;
            }

            if (OwnerPattern.Parse(words[0]) is not { } pattern)
            {
                errors.Add(new CodeOwnersError(index + 1, Column(line, words[0]), "Invalid pattern", line, null));
                continue;
            }

            var owners = words.Skip(1).Select(word => (Word: word, User: find(word))).ToList();
            foreach (var (word, _) in owners.Where(owner => owner.User is null))
            {
                errors.Add(Wrong(index + 1, Column(line, word), word, line));
            }

            if (owners.All(owner => owner.User is not null))
            {
                rules.Add((pattern, [.. owners.Select(owner => owner.User!)]));
            }
        }
    }

    private static int Column(string line, string word) => line.IndexOf(word, StringComparison.Ordinal) + 1;

    private static CodeOwnersError Wrong(int line, int column, string word, string source) => word.Contains('@')
        ? new CodeOwnersError(line, column, "Unknown owner", source, $"make sure {word} exists and has write access to the repository")
        : new CodeOwnersError(line, column, "Invalid owner", source, null);
}
