using System.Globalization;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Yaml;

/// <summary>Paths as Newtonsoft writes them (<c>a.b[0].c</c>, <c>['odd key']</c>), so that a schema's complaint finds its place in the
/// YAML.</summary>
internal static class YamlPath
{
    public static YamlNode? Find(YamlNode root, string path)
    {
        var node = root;
        foreach (var step in Steps(path))
        {
            if (Step(node, step) is not { } next)
            {
                return null;
            }

            node = next;
        }

        return node;
    }

    public static SourceSpan SpanOf(YamlNode root, string path)
    {
        var node = root;
        foreach (var step in Steps(path))
        {
            if (Step(node, step) is not { } next)
            {
                break;
            }

            node = next;
        }

        return node.Span;
    }

    private static YamlNode? Step(YamlNode node, string step) => node switch
    {
        YamlMap map => map[step],
        YamlList list when int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Items.Count =>
            list.Items[index],
        _ => null,
    };

    private static IEnumerable<string> Steps(string path)
    {
        var start = 0;
        while (start < path.Length)
        {
            if (path[start] == '[')
            {
                var end = path.IndexOf(']', start);
                end = end < 0 ? path.Length : end;
                yield return path[(start + 1)..end].Trim('\'');
                start = end + 1;
            }
            else
            {
                var end = path.AsSpan(start).IndexOfAny('.', '[');
                end = end < 0 ? path.Length : start + end;
                if (end > start)
                {
                    yield return path[start..end];
                }

                start = end < path.Length && path[end] == '.' ? end + 1 : Math.Max(end, start + (end == start ? 1 : 0));
            }
        }
    }
}
