using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Yaml;
using NJsonSchema;
using NJsonSchema.Validation;

namespace DocsPipeline.Documents.Rules;

/// <summary>The front matter against the schema of its kind, in words a writer knows and at the value that must change.</summary>
/// <remarks>How many partners an agreement may have is <see cref="AgreementHasSeveralPartners"/>'s to say.</remarks>
internal sealed class FrontMatterBreaksSchema : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context) => context.Kind is null
        ? []
        : context.Kind.Schema.Validate(context.Document.FrontMatter.Json).SelectMany(Flatten)
            .Where(fault =>
                !(fault.Kind is ValidationErrorKind.TooManyItems or ValidationErrorKind.TooFewItems
                    && fault.Path?.EndsWith("audience.partners", StringComparison.Ordinal) == true))
            .Select(fault => Describe(context, fault))
            .DistinctBy(diagnostic => (diagnostic.Span, diagnostic.Message));

    private static IEnumerable<ValidationError> Flatten(ValidationError fault) => fault is ChildSchemaValidationError child
        ? child.Errors.Values.SelectMany(errors => errors).SelectMany(Flatten)
        : [fault];

    private static Diagnostic Describe(RuleContext context, ValidationError fault)
    {
        var path = (fault.Path ?? "").TrimStart('#', '/');
        var name = path.Length == 0 ? fault.Property ?? "" : path;
        return fault.Kind switch
        {
            ValidationErrorKind.PropertyRequired => IsMissing(context, fault, path),
            ValidationErrorKind.NoAdditionalPropertiesAllowed => IsUnknown(context, fault, path),
            ValidationErrorKind.NotInEnumeration => IsNotListed(context, fault, name),
            ValidationErrorKind.StringExpected or ValidationErrorKind.IntegerExpected or ValidationErrorKind.NumberExpected
                or ValidationErrorKind.BooleanExpected or ValidationErrorKind.ObjectExpected or ValidationErrorKind.ArrayExpected
                or ValidationErrorKind.NullExpected or ValidationErrorKind.NoTypeValidates =>
                context.At(Catalogue.FrontMatter.ValueHasWrongType, path, $"`{name}` has the wrong type", SchemaFault.Describe(fault),
                    fault.Kind == ValidationErrorKind.StringExpected
                        && context.Document.FrontMatter.Find(path) is YamlScalar scalar ? $"write it in quotes: `\"{scalar.Text}\"`"
                            : null),
            _ => context.At(
                Catalogue.FrontMatter.ValueIsNotValid, path, $"`{name}` is not valid", SchemaFault.Describe(fault), Example(fault)),
        };
    }

    private static Diagnostic IsMissing(RuleContext context, ValidationError fault, string path)
    {
        var parent = path.LastIndexOf('.') is >= 0 and var dot ? path[..dot] : path.EndsWith(']') ? path : "";
        var span = parent.Length == 0 ? new SourceSpan(1, 1, 3) : context.Document.FrontMatter.SpanOf(parent);
        return Catalogue.FrontMatter.FieldIsMissing.At(context.Document.Path, span, $"`{fault.Property}` is missing",
            parent.Length == 0 ? $"every {context.Document.Kind} has one" : null,
            fault.Schema.ActualProperties.TryGetValue(fault.Property ?? "", out var property)
                && Example(property) is { } example ? $"add `{fault.Property}: {example}`" : null);
    }

    private static Diagnostic IsUnknown(RuleContext context, ValidationError fault, string path)
    {
        var key = fault.Property ?? path;
        var parent = path.LastIndexOf('.') is >= 0 and var dot ? context.Document.FrontMatter.Find(path[..dot])
            : context.Document.FrontMatter.Root;
        var span = (parent as YamlMap)?.Entry(key)?.KeySpan ?? context.Document.FrontMatter.SpanOf(path);
        var nearest = EditDistance.Nearest(
            key, fault.Schema.ActualProperties.Keys.Except((parent as YamlMap)?.Entries.Select(entry => entry.Key) ?? []));
        return Catalogue.FrontMatter.FieldIsUnknown.At(context.Document.Path, span, $"`{key}` is not a field of {context.Document.Kind}",
            help: nearest is null ? "remove it" : $"did you mean `{nearest}`?");
    }

    private static Diagnostic IsNotListed(RuleContext context, ValidationError fault, string name)
    {
        var values = fault.Schema.ActualSchema.Enumeration.Select(value => value?.ToString() ?? "").ToList();
        var written = (context.Document.FrontMatter.Find(name) as YamlScalar)?.Text ?? "";
        return context.At(Catalogue.FrontMatter.ValueIsNotListed, name, $"`{written}` is not a value of `{name}`",
            help: EditDistance.Nearest(written, values) is { } nearest ? $"did you mean `{nearest}`?"
                : $"use one of {string.Join(", ", values)}");
    }

    private static string? Example(ValidationError fault) => Example(fault.Schema) is { } example ? $"write it like `{example}`" : null;

    private static string? Example(JsonSchema schema) =>
        (schema.ExtensionData ?? schema.ActualSchema.ExtensionData) is { } more && more.TryGetValue("examples", out var examples)
            && examples is object[] and [var first, ..] && first is string or long or bool
            ? first.ToString()
            : null;
}
