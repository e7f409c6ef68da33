using System.Diagnostics.CodeAnalysis;
using System.Text;
using DocsPipeline.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Documents.Kinds;

/// <summary>The kinds that a commit or a working folder knows: its <c>schemas/kinds/*.schema.json</c>.</summary>
public sealed class KindCatalogue
{
    public const string CommonPath = "schemas/common.schema.json";
    public const string KindsFolder = "schemas/kinds/";
    private const string Suffix = ".schema.json";

    private readonly SortedDictionary<string, Lazy<Kind>> kinds = new(StringComparer.Ordinal);

    private KindCatalogue(JObject common) => Common = common;

    /// <summary>The common schema as written: definitions, and imports that belong to no kind.</summary>
    public JObject Common { get; }

    public IEnumerable<string> Names => kinds.Keys;

    /// <summary>All kinds in order of their names; reads every schema, unlike <see cref="TryGet"/>.</summary>
    public IEnumerable<Kind> All => kinds.Values.Select(kind => kind.Value);

    /// <summary>Finds the schemas among the files. A schema that is not JSON, or that says what
    /// would not be checked, stops the run: nothing is safe to publish without it.</summary>
    public static KindCatalogue Load(IEnumerable<ContentFile> files)
    {
        var byPath = files.Where(file => file.Path.StartsWith("schemas/", StringComparison.Ordinal)).ToDictionary(file => file.Path);
        var common = byPath.TryGetValue(CommonPath, out var file) ? ReadSchema(file) : throw Missing();
        var catalogue = new KindCatalogue(common);
        var definitions = common["definitions"] as JObject ?? [];
        foreach (var (path, schema) in byPath)
        {
            if (path.StartsWith(KindsFolder, StringComparison.Ordinal) && path.EndsWith(Suffix, StringComparison.Ordinal))
            {
                var name = path[KindsFolder.Length..^Suffix.Length];
                catalogue.kinds[name] = new Lazy<Kind>(() => new Kind(name, ReadSchema(schema), definitions));
            }
        }

        return catalogue;
    }

    public bool TryGet(string name, [NotNullWhen(true)] out Kind? kind)
    {
        kind = kinds.TryGetValue(name, out var found) ? found.Value : null;
        return kind is not null;
    }

    /// <summary>Refuses what is not JSON, and what would not be checked.</summary>
    internal static JObject ReadSchema(ContentFile file)
    {
        var schema = Parse(file);
        var faults = SchemaKeywords.Faults(file.Path, schema).ToList();
        return faults.Count == 0 ? schema : throw new PipelineException(ExitCode.Errors, faults);
    }

    private static JObject Parse(ContentFile file)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(file.Bytes.Span)))
            {
                MaxDepth = 64, DateParseHandling = DateParseHandling.None,
            };
            return JObject.Load(reader);
        }
        catch (JsonReaderException fault)
        {
            throw new PipelineException(ExitCode.Errors, Catalogue.Configuration.SchemaIsBroken.At(
                file.Path, new SourceSpan(Math.Max(1, fault.LineNumber), Math.Max(1, fault.LinePosition)), "schema is not valid JSON"));
        }
    }

    private static PipelineException Missing() => new(ExitCode.Errors, Catalogue.Configuration.SchemaIsBroken.At(
        CommonPath, SourceSpan.Start, "schema is missing", help: "restore the file from the main branch"));
}
