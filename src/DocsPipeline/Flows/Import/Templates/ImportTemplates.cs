using System.Collections.Concurrent;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using HandlebarsDotNet;
using Newtonsoft.Json.Linq;

namespace DocsPipeline.Flows.Import.Templates;

/// <summary>
/// Renders the Handlebars templates of <c>schemas/templates/</c> and of <c>x-import</c>. Every value that a template prints goes through
/// <see cref="PartnerText"/>; the unescaped form (<c>{{{value}}}</c>) is refused, since a template must not be able to switch safety off.
/// </summary>
public sealed class ImportTemplates
{
    private const string Folder = "schemas/templates/";

    private readonly IHandlebars handlebars = Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new Encoder(), ThrowOnUnresolvedBindingExpression = false });
    private readonly Dictionary<string, string> sources;
    private readonly ConcurrentDictionary<string, HandlebarsTemplate<object, object>> compiled = new(StringComparer.Ordinal);

    public ImportTemplates(IEnumerable<ContentFile> files) => sources = files
        .Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(file => file.Path[Folder.Length..], file => Encoding.UTF8.GetString(file.Bytes.Span));

    /// <summary>A template file by its name.</summary>
    public string RenderFile(string name, JObject model) => sources.TryGetValue(name, out var source)
        ? Render(source, model, Folder + name)
        : throw Broken(Folder + name, "template is missing");

    /// <summary>A one-line template; line breaks of values become spaces.</summary>
    public string RenderLine(string template, JObject model) => string.Join(' ', Render(template, model, "x-import").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Render(string source, JObject model, string path)
    {
        if (source.Contains("{{{", StringComparison.Ordinal) || source.Contains("{{&", StringComparison.Ordinal))
        {
            throw Broken(path, "template prints a value unescaped");
        }

        try
        {
            return compiled.GetOrAdd(source, text => handlebars.Compile(text))(Plain(model)!);
        }
        catch (HandlebarsException fault)
        {
            throw Broken(path, $"template cannot be used: {fault.Message.Split('\n')[0]}");
        }
    }

    private static object? Plain(JToken token) => token switch
    {
        JObject map => map.Properties().ToDictionary(property => property.Name, property => Plain(property.Value)),
        JArray list => list.Select(Plain).ToList(),
        JValue { Value: null } => null,
        JValue { Value: bool flag } => flag,
        JValue value => value.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => token.ToString(),
    };

    private static PipelineException Broken(string path, string message) =>
        new(ExitCode.Errors, Catalogue.Import.TemplateIsBroken.At(path, SourceSpan.Start, message));

    private sealed class Encoder : ITextEncoder
    {
        public void Encode(StringBuilder text, TextWriter target) => target.Write(PartnerText.Neutralise(text.ToString()));

        public void Encode(string text, TextWriter target) => target.Write(PartnerText.Neutralise(text));

        public void Encode<T>(T text, TextWriter target)
            where T : IEnumerator<char>
        {
            var all = new StringBuilder();
            while (text.MoveNext())
            {
                all.Append(text.Current);
            }

            target.Write(PartnerText.Neutralise(all.ToString()));
        }
    }
}
