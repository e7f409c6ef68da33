using System.Collections.Concurrent;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Flows.Import.Items;
using HandlebarsDotNet;

namespace DocsPipeline.Flows.Import.Templates;

/// <summary>
/// Renders the Handlebars templates of <c>schemas/templates/</c> and of <c>x-import</c>. Every value that a template prints goes through
/// <see cref="PartnerText"/>; the unescaped form (<c>{{{value}}}</c>) is refused, since a template must not be able to switch safety off.
/// </summary>
public sealed class ImportTemplates
{
    private const string Folder = "schemas/templates/";

    private readonly IHandlebars markdown = Environment(PartnerText.Neutralise);
    private readonly IHandlebars plain = Environment(PartnerText.OneLine);
    private readonly Dictionary<string, string> sources;
    private readonly ConcurrentDictionary<(bool IsPlain, string Source), HandlebarsTemplate<object, object>> compiled = new();

    public ImportTemplates(IEnumerable<ContentFile> files) => sources = files
        .Where(file => file.Path.StartsWith(Folder, StringComparison.Ordinal))
        .ToDictionary(file => file.Path[Folder.Length..], file => Encoding.UTF8.GetString(file.Bytes.Span));

    /// <summary>A template file by its name: Markdown, with front matter where the template begins with it.</summary>
    public string RenderFile(string name, ItemModel model)
    {
        var path = Folder + name;
        var source = sources.GetValueOrDefault(name) ?? throw Broken(path, "template is missing");
        var end = source.StartsWith("---\n", StringComparison.Ordinal) ? source.IndexOf("\n---\n", StringComparison.Ordinal) + 1 : 0;

        // Values of the front matter are no Markdown: there an escape would be read as text.
        return (end > 0 ? Render(plain, source[..end], model, path) : "") + Render(markdown, source[end..], model, path);
    }

    /// <summary>A title or an id: one line of plain text.</summary>
    public string RenderText(string template, ItemModel model) => PartnerText.OneLine(Render(plain, template, model, "x-import"));

    /// <summary>A table cell: one line of Markdown.</summary>
    public string RenderCell(string template, ItemModel model) =>
        string.Join(' ', Render(markdown, template, model, "x-import").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Render(IHandlebars environment, string source, ItemModel model, string path)
    {
        if (source.Contains("{{{", StringComparison.Ordinal) || source.Contains("{{&", StringComparison.Ordinal))
        {
            throw Broken(path, "template prints a value unescaped");
        }

        try
        {
            return compiled.GetOrAdd((environment == plain, source), _ => environment.Compile(source))(model.Fields);
        }
        catch (HandlebarsException fault)
        {
            throw Broken(path, $"template cannot be used: {fault.Message.Split('\n')[0]}");
        }
    }

    private static IHandlebars Environment(Func<string, string> encode) =>
        Handlebars.Create(new HandlebarsConfiguration { TextEncoder = new Encoder(encode), ThrowOnUnresolvedBindingExpression = false });

    private static PipelineException Broken(string path, string message) =>
        new(ExitCode.Errors, Catalogue.Import.TemplateIsBroken.At(path, SourceSpan.Start, message));

    private sealed class Encoder(Func<string, string> encode) : ITextEncoder
    {
        public void Encode(StringBuilder? text, TextWriter target) => target.Write(encode(text?.ToString() ?? ""));

        public void Encode(string? text, TextWriter target) => target.Write(encode(text ?? ""));

        public void Encode<T>(T? text, TextWriter target)
            where T : IEnumerator<char>
        {
            var all = new StringBuilder();
            while (text?.MoveNext() ?? false)
            {
                all.Append(text.Current);
            }

            target.Write(encode(all.ToString()));
        }
    }
}
