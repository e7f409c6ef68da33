using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DocsPipeline.Sandbox.Confluence.Seeding;

/// <summary>The files of the seed inside the assembly.</summary>
internal static class SeedFiles
{
    private const string Root = "Seed/confluence/";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false,
    };

    // Built on Windows, a resource's name has backslashes from RecursiveDir.
    private static readonly Dictionary<string, string> Names =
        typeof(SeedFiles).Assembly.GetManifestResourceNames().ToDictionary(name => name.Replace('\\', '/'), StringComparer.Ordinal);

    /// <summary>The spaces that the seed has, by folder name.</summary>
    public static IReadOnlyList<string> Spaces { get; } =
        [
            .. Names.Keys
                .Where(name => name.StartsWith(Root, StringComparison.Ordinal) && name.EndsWith("/space.json", StringComparison.Ordinal))
                .Select(name => name[Root.Length..^"/space.json".Length])
                .Order(StringComparer.Ordinal)];

    public static T Json<T>(string path) =>
        JsonSerializer.Deserialize<T>(Bytes(path), Options) ?? throw new InvalidDataException($"{path} is empty.");

    public static string Text(string path) => new UTF8Encoding(false, true).GetString(Bytes(path));

    public static byte[] Bytes(string path)
    {
        if (!Names.TryGetValue(Root + path, out var name))
        {
            throw new FileNotFoundException($"The seed names {path}, and there is no such file.");
        }

        using var stream = typeof(SeedFiles).Assembly.GetManifestResourceStream(name)!;
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
