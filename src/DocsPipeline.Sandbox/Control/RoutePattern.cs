using System.Text.RegularExpressions;

namespace DocsPipeline.Sandbox.Control;

/// <summary>
/// A pattern of a request path: <c>*</c> is anything inside one segment, <c>**</c> anything at all; the whole path must match.
/// </summary>
internal sealed class RoutePattern
{
    private readonly Regex regex;

    public RoutePattern(string pattern)
    {
        var escaped = Regex.Escape(pattern)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal);
        regex = new Regex($"^{escaped}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
    }

    public bool Matches(string path) => regex.IsMatch(path);
}
