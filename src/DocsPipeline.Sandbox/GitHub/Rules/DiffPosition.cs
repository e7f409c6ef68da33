using System.Globalization;

namespace DocsPipeline.Sandbox.GitHub.Rules;

/// <summary>GitHub counts the lines of a patch from its first hunk header, which is position 0.</summary>
internal static class DiffPosition
{
    /// <summary>The position of a line of the new (or old) file; null where the patch does not show it.</summary>
    public static int? Of(string? patch, int line, bool isNew)
    {
        var (old, @new) = (0, 0);
        foreach (var (position, text) in (patch ?? "").Split('\n').Index())
        {
            if (text.StartsWith("@@ ", StringComparison.Ordinal))
            {
                var part = text.Split(' ');
                (old, @new) = (Start(part[1]), Start(part[2]));
                continue;
            }

            var (isOldLine, isNewLine) = (text.StartsWith('-') || text.StartsWith(' '), text.StartsWith('+') || text.StartsWith(' '));
            if (isNew ? isNewLine && @new == line : isOldLine && old == line)
            {
                return position;
            }

            old += isOldLine ? 1 : 0;
            @new += isNewLine ? 1 : 0;
        }

        return null;
    }

    /// <summary>The hunk up to a position, as GitHub shows it above a remark.</summary>
    public static string Hunk(string? patch, int position)
    {
        var lines = (patch ?? "").Split('\n');
        var end = Math.Clamp(position, 0, lines.Length - 1);
        var start = Math.Max(Array.FindLastIndex(lines, end, line => line.StartsWith("@@ ", StringComparison.Ordinal)), 0);
        return string.Join('\n', lines[start..(end + 1)]);
    }

    private static int Start(string range) => int.Parse(range[1..].Split(',')[0], CultureInfo.InvariantCulture);
}
