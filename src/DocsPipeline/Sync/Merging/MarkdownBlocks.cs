using System.Text.RegularExpressions;

namespace DocsPipeline.Sync.Merging;

/// <summary>
/// Cuts Markdown into the pieces that a merge moves as wholes: paragraphs, tables, lists up to a blank line, and never through a code
/// fence, a <c>:::</c> block or an HTML element, since half of one breaks the other half.
/// </summary>
internal static partial class MarkdownBlocks
{
    public static IReadOnlyList<string> Split(string markdown)
    {
        var blocks = new List<string>();
        var block = new List<string>();
        var open = new Enclosure();
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Trim().Length == 0 && !open.IsOpen)
            {
                Close();
                continue;
            }

            open.Read(line);
            block.Add(line);
        }

        Close();
        return blocks;

        void Close()
        {
            if (block.Count > 0)
            {
                blocks.Add(string.Join('\n', block).TrimEnd());
                block.Clear();
            }
        }
    }

    public static string Join(IEnumerable<string> blocks) => string.Join("\n\n", blocks) + "\n";

    [GeneratedRegex("^ {0,3}(`{3,}|~{3,})")]
    private static partial Regex Fence();

    [GeneratedRegex("^ {0,3}(:{3,})[ \\t]*(?<name>\\S)?")]
    private static partial Regex Container();

    [GeneratedRegex("<(?<end>/?)(?<tag>details|table|figure|div|ul|ol|section|blockquote|dl)\\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    /// <summary>What the reader is inside of at the end of a line.</summary>
    private sealed class Enclosure
    {
        private readonly Stack<int> containers = new();
        private string? fence;
        private int tags;

        public bool IsOpen => fence is not null || containers.Count > 0 || tags > 0;

        public void Read(string line)
        {
            var mark = Fence().Match(line);
            if (fence is not null)
            {
                var closes = mark.Success && mark.Groups[1].Value.StartsWith(fence, StringComparison.Ordinal);
                fence = closes && line.Trim().Trim(fence[0]).Length == 0 ? null : fence;
                return;
            }

            if (mark.Success)
            {
                fence = mark.Groups[1].Value;
                return;
            }

            var container = Container().Match(line);
            if (container.Success && container.Groups["name"].Success)
            {
                containers.Push(container.Groups[1].Length);
            }
            else if (container.Success && containers.Count > 0 && container.Groups[1].Length >= containers.Peek())
            {
                containers.Pop();
            }

            foreach (Match tag in Tag().Matches(line))
            {
                tags = Math.Max(0, tags + (tag.Groups["end"].Length > 0 ? -1 : 1));
            }
        }
    }
}
