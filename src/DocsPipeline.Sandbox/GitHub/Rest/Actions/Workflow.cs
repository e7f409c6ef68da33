using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace DocsPipeline.Sandbox.GitHub.Rest.Actions;

/// <summary>A workflow file. <see cref="Inputs"/> says which of its inputs must be given; null where nobody may start it by hand.</summary>
internal sealed record Workflow(string Path, string Name, IReadOnlyDictionary<string, bool>? Inputs)
{
    private const string Folder = ".github/workflows/";
    private const int LongestFile = 64 * 1024;

    // Beyond it the parser would run out of stack; no workflow nests a tenth of it.
    private const int MostBrackets = 500;

    /// <summary>The same for a path, today and after a restart.</summary>
    public long Id => BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(Path)));

    public string FileName => Path[Folder.Length..];

    /// <summary>All workflows at a commit, by path.</summary>
    public static async Task<IReadOnlyList<Workflow>> AllAsync(Call call, string commit)
    {
        var git = call.Git.Objects;
        var folder = await git.EntryAsync(commit, Folder.TrimEnd('/'));
        var found = new List<Workflow>();
        foreach (var entry in folder is { Type: "tree" } ? await git.TreeAsync(folder.Sha) ?? [] : [])
        {
            if (entry.Type == "blob"
                && (entry.Path.EndsWith(".yml", StringComparison.Ordinal) || entry.Path.EndsWith(".yaml", StringComparison.Ordinal)))
            {
                found.Add(Read(Folder + entry.Path, await git.ReadAsync("blob", entry.Sha) ?? []));
            }
        }

        return found;
    }

    // GitHub lists a file that is no workflow by its path.
    private static Workflow Read(string path, byte[] bytes)
    {
        try
        {
            var text = Encoding.UTF8.GetString(bytes);
            var yaml = new YamlStream();
            if (bytes.Length <= LongestFile && text.Count(character => character is '[' or '{') <= MostBrackets)
            {
                yaml.Load(new StringReader(text));
            }

            return yaml.Documents is [{ RootNode: YamlMappingNode root }, ..]
                ? new Workflow(path, Child(root, "name") is YamlScalarNode { Value: { } name } ? name : path, Dispatch(Child(root, "on")))
                : new Workflow(path, path, null);
        }
        catch (YamlException)
        {
            return new Workflow(path, path, null);
        }
    }

    private static Dictionary<string, bool>? Dispatch(YamlNode? triggers) => triggers switch
    {
        YamlScalarNode { Value: "workflow_dispatch" } => [],
        YamlSequenceNode list when list.OfType<YamlScalarNode>().Any(one => one.Value == "workflow_dispatch") => [],
        YamlMappingNode map when map.Children.Keys.OfType<YamlScalarNode>().Any(key => key.Value == "workflow_dispatch") =>
            Demanded((Child(map, "workflow_dispatch") as YamlMappingNode) is { } dispatch
                ? Child(dispatch, "inputs") as YamlMappingNode
                : null),
        _ => null,
    };

    private static Dictionary<string, bool> Demanded(YamlMappingNode? inputs) => (inputs ?? new YamlMappingNode()).Children.ToDictionary(
        input => ((YamlScalarNode)input.Key).Value!,
        input => input.Value is YamlMappingNode rules
            && Child(rules, "required") is YamlScalarNode { Value: "true" } && Child(rules, "default") is null);

    private static YamlNode? Child(YamlMappingNode map, string key) =>
        map.Children.FirstOrDefault(pair => pair.Key is YamlScalarNode { Value: { } name } && name == key).Value;
}
