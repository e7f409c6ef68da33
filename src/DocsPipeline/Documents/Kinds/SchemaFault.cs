using NJsonSchema;
using NJsonSchema.Validation;

namespace DocsPipeline.Documents.Kinds;

/// <summary>What a schema complains about, in words a writer knows.</summary>
public static class SchemaFault
{
    public static string Describe(ValidationError fault) => fault.Kind switch
    {
        ValidationErrorKind.PropertyRequired => $"`{fault.Property}` is missing",
        ValidationErrorKind.NoAdditionalPropertiesAllowed => "unknown key",
        ValidationErrorKind.StringExpected => "expected text",
        ValidationErrorKind.IntegerExpected or ValidationErrorKind.NumberExpected => "expected a number",
        ValidationErrorKind.BooleanExpected => "expected `true` or `false`",
        ValidationErrorKind.ObjectExpected => "expected `key: value` lines",
        ValidationErrorKind.ArrayExpected => "expected a list",
        ValidationErrorKind.PatternMismatch when fault.Schema.Format is "date" => "expected a date such as 2027-03-01",
        ValidationErrorKind.PatternMismatch when fault.Schema.Format is "date-time" => "expected a time such as 2027-03-01T08:00:00Z",
        ValidationErrorKind.PatternMismatch => $"does not match {fault.Schema.Pattern}",
        ValidationErrorKind.StringTooShort => $"is shorter than {fault.Schema.MinLength} characters",
        ValidationErrorKind.StringTooLong => $"is longer than {fault.Schema.MaxLength} characters",
        ValidationErrorKind.NumberTooSmall => $"is less than {fault.Schema.Minimum}",
        ValidationErrorKind.NumberTooBig => $"is more than {fault.Schema.Maximum}",
        ValidationErrorKind.TooFewItems => $"needs at least {fault.Schema.MinItems}",
        ValidationErrorKind.TooManyItems => $"allows at most {fault.Schema.MaxItems}",
        ValidationErrorKind.ItemsNotUnique => "has the same item twice",
        ValidationErrorKind.NotInEnumeration => $"is none of {string.Join(", ", fault.Schema.Enumeration)}",
        ValidationErrorKind.DateExpected => "expected a date such as 2027-03-01",
        ValidationErrorKind.DateTimeExpected => "expected a time such as 2027-03-01T08:00:00Z",
        ValidationErrorKind.UriExpected => "expected an address such as https://example.com",
        ValidationErrorKind.EmailExpected => "expected an e-mail address",
        _ => fault.Kind.ToString(),
    };
}
