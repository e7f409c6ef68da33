using System.Text;
using System.Text.RegularExpressions;

namespace DocsPipeline.Sandbox.GitHub.Rules;

/// <summary>A path pattern of CODEOWNERS: gitignore's language without negation, character ranges and escaped comments.</summary>
internal static class OwnerPattern
{
    /// <summary>The pattern as an expression over whole paths; null where GitHub calls it invalid.</summary>
    public static Regex? Parse(string pattern)
    {
        if (pattern.Length == 0 || pattern[0] == '!' || pattern.AsSpan().IndexOfAny('[', ']') >= 0
            || pattern.StartsWith("\\#", StringComparison.Ordinal))
        {
            return null;
        }

        var core = pattern.Trim('/');
        var isAnchored = pattern[0] == '/' || core.Contains('/');
        var text = new StringBuilder(isAnchored ? "^" : "^(?:.*/)?");
        for (var at = 0; at < core.Length; at++)
        {
            var rest = core.AsSpan(at);
            if (rest.StartsWith("**/"))
            {
                text.Append("(?:.*/)?");
                at += 2;
            }
            else if (rest.StartsWith("**"))
            {
                text.Append(".*");
                at++;
            }
            else
            {
                text.Append(core[at] switch
                {
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    var other => Regex.Escape(other.ToString()),
                });
            }
        }

        // "docs/*" stops at the files of that folder; every other pattern also covers what lies below a folder of that name.
        var end = pattern.EndsWith('/') ? "/.*$" : core.EndsWith("/*", StringComparison.Ordinal) ? "$" : "(?:/.*)?$";
        return new Regex(text.Append(end).ToString(), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }
}
