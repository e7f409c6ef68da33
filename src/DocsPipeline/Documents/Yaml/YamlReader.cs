using DocsPipeline.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DocsPipeline.Documents.Yaml;

/// <summary>
/// Reads the YAML that people may write here: maps, lists and scalars up to <see cref="MaxDepth"/> deep and, unless more is asked for,
/// <see cref="MaxBytes"/> long.
/// Anchors, aliases, tags, duplicate keys and several documents are refused: each of them either hides a value from a reviewer or
/// multiplies it. Reads parser events and never builds an object graph, so an alias bomb has nothing to expand.
/// </summary>
public sealed class YamlReader(
    string path, int firstLine, ICollection<Diagnostic> diagnostics, int maxBytes = YamlReader.MaxBytes)
{
    public const int MaxBytes = 16 * 1024;
    public const int MaxDepth = 8;

    private readonly int initialFaults = diagnostics.Count;

    private bool Failed => diagnostics.Count > initialFaults;

    /// <summary>The map that the text holds, or null after at least one diagnostic.</summary>
    public YamlMap? Read(string yaml)
    {
        if (yaml.Length > maxBytes)
        {
            return Fail(Catalogue.FrontMatter.ExceedsLimits, new SourceSpan(firstLine, 1), $"YAML is longer than {maxBytes / 1024} KiB");
        }

        if (FlowDepth(yaml) is { } tooDeep)
        {
            return Fail(Catalogue.FrontMatter.ExceedsLimits, tooDeep, $"YAML is nested deeper than {MaxDepth} levels");
        }

        try
        {
            var parser = new Parser(new StringReader(yaml));
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                return new YamlMap([], new SourceSpan(firstLine, 1));
            }

            var root = Node(parser, 1);
            if (Failed || root is null)
            {
                return null;
            }

            parser.Consume<DocumentEnd>();
            if (!parser.TryConsume<StreamEnd>(out _))
            {
                return Fail(Catalogue.FrontMatter.ConstructIsRefused, SpanOf(parser.Current!), "more than one YAML document");
            }

            return root switch
            {
                YamlMap map => map,
                YamlScalar { IsNull: true } => new YamlMap([], root.Span),
                _ => Fail(Catalogue.FrontMatter.IsNotYaml, root.Span, "expected `key: value` lines"),
            };
        }
        catch (InvalidOperationException)
        {
            // The parser answers some malformed flow collections so.
            return Fail(Catalogue.FrontMatter.IsNotYaml, new SourceSpan(firstLine, 1), "not valid YAML");
        }
        catch (YamlException fault)
        {
            var span = new SourceSpan((int)fault.Start.Line + firstLine - 1, Math.Max(1, (int)fault.Start.Column));
            return Fail(Catalogue.FrontMatter.IsNotYaml, span, "not valid YAML: " + Sentence(fault.Message));
        }
    }

    private YamlNode? Node(Parser parser, int depth)
    {
        var current = parser.Current!;
        if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false }
            || current is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } })
        {
            return Refuse(current, "anchors, aliases and tags are not allowed", "write the value out where it is used");
        }

        if (depth > MaxDepth)
        {
            Fail(Catalogue.FrontMatter.ExceedsLimits, SpanOf(current), $"YAML is nested deeper than {MaxDepth} levels");
            return null;
        }

        return current switch
        {
            YamlDotNet.Core.Events.Scalar => Text(parser.Consume<Scalar>()),
            SequenceStart => List(parser, depth),
            MappingStart => Map(parser, depth),
            _ => Refuse(current, "expected a value", null),
        };
    }

    private YamlScalar Text(Scalar scalar) => new(scalar.Value, scalar.Style is ScalarStyle.Plain, SpanOf(scalar));

    private YamlList? List(Parser parser, int depth)
    {
        var start = parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            if (Node(parser, depth + 1) is not { } item)
            {
                return null;
            }

            items.Add(item);
        }

        return new YamlList(items, SpanOf(start));
    }

    private YamlMap? Map(Parser parser, int depth)
    {
        var start = parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (!parser.Accept<Scalar>(out var key) || !key!.Anchor.IsEmpty || Node(parser, depth + 1) is not YamlScalar name)
            {
                Refuse(parser.Current!, "keys are plain words", null);
                return null;
            }

            if (entries.Exists(entry => entry.Key == name.Text))
            {
                Fail(Catalogue.FrontMatter.KeyIsDuplicated, name.Span, $"`{name.Text}` stands here twice");
                return null;
            }

            if (name.Text == "<<" || Node(parser, depth + 1) is not { } value)
            {
                if (!Failed)
                {
                    Refuse(key, "merge keys are not allowed", "write the values out");
                }

                return null;
            }

            entries.Add(new YamlEntry(name.Text, name.Span, value));
        }

        return new YamlMap(entries, SpanOf(start));
    }

    private YamlNode? Refuse(ParsingEvent at, string message, string? help)
    {
        diagnostics.Add(Catalogue.FrontMatter.ConstructIsRefused.At(path, SpanOf(at), message, help: help));
        return null;
    }

    private YamlMap? Fail(DiagnosticCode code, SourceSpan span, string message)
    {
        diagnostics.Add(code.At(path, span, message));
        return null;
    }

    private SourceSpan SpanOf(ParsingEvent parsed)
    {
        var length = parsed.End.Line == parsed.Start.Line ? (int)(parsed.End.Column - parsed.Start.Column) : 1;
        return new SourceSpan((int)parsed.Start.Line + firstLine - 1, (int)parsed.Start.Column, Math.Max(1, length));
    }

    // YamlDotNet recurses into flow collections and overflows the stack, which nothing can catch: count brackets before it sees them.
    private SourceSpan? FlowDepth(string yaml)
    {
        var depth = 0;
        for (var index = 0; index < yaml.Length; index++)
        {
            depth += yaml[index] switch { '[' or '{' => 1, ']' or '}' => -1, _ => 0 };
            depth = Math.Max(0, depth);
            if (depth > 4 * MaxDepth)
            {
                var span = SourceSpan.At(yaml, index);
                return span with { Line = span.Line + firstLine - 1 };
            }
        }

        return null;
    }

    private static string Sentence(string message)
    {
        var text = message.Contains("): ", StringComparison.Ordinal) ? message[(message.LastIndexOf("): ", StringComparison.Ordinal) + 3)..]
            : message;
        return text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.');
    }
}
