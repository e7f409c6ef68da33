using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DocsPipeline.Sandbox.TradingGrid.Contract;

/// <summary>
/// What a request body may look like. Everything that does not fit is reported with its pointer; nothing is converted or ignored.
/// </summary>
internal sealed class Shape(Action<JsonElement, string, List<FieldError>> check)
{
    public static Shape Flag { get; } = new((value, pointer, errors) =>
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            errors.Add(new FieldError(pointer, "wrong_type", "true or false is expected."));
        }
    });

    public static Shape Date { get; } = Formatted("a date like 2027-03-01", text =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    public static Shape Time { get; } = Formatted("a time in UTC like 2027-03-01T08:00:00Z", text =>
        text.EndsWith('Z') && text.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));

    public static Shape Email { get; } = Formatted("an e-mail address", text => text.Length <= 254 && MailAddress.TryCreate(text, out _));

    public static Shape Address { get; } = Formatted("an absolute http or https address", text =>
        text.Length <= 2000 && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");

    public Shape OrNull => new((value, pointer, errors) =>
    {
        if (value.ValueKind != JsonValueKind.Null)
        {
            check(value, pointer, errors);
        }
    });

    public static Shape Text(int shortest, int longest, Regex? pattern = null) => Strings((text, pointer, errors) =>
    {
        if (text.Length < shortest)
        {
            errors.Add(new FieldError(pointer, "too_short", $"At least {shortest} characters are expected."));
        }
        else if (text.Length > longest)
        {
            errors.Add(new FieldError(pointer, "too_long", $"At most {longest} characters are allowed, these are {text.Length}."));
        }
        else if (pattern?.IsMatch(text) == false)
        {
            errors.Add(new FieldError(pointer, "pattern", $"The value does not match {pattern}."));
        }
    });

    public static Shape OneOf(params IReadOnlyList<string> words) => Strings((text, pointer, errors) =>
    {
        if (!words.Contains(text))
        {
            errors.Add(new FieldError(pointer, "not_in_list", $"One of {string.Join(", ", words)} is expected."));
        }
    });

    public static Shape Integer(int least, int most = int.MaxValue) => new((value, pointer, errors) =>
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var number))
        {
            errors.Add(new FieldError(pointer, "wrong_type", "An integer is expected."));
        }
        else if (number < least || number > most)
        {
            errors.Add(new FieldError(pointer, "out_of_range", $"A number from {least} to {most} is expected."));
        }
    });

    public static Shape List(Shape item, int most, int least = 0) => new((value, pointer, errors) =>
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            errors.Add(new FieldError(pointer, "wrong_type", "A list is expected."));
            return;
        }

        var length = value.GetArrayLength();
        if (length < least || length > most)
        {
            errors.Add(
                new FieldError(
                    pointer, length < least ? "too_short" : "too_long",
                    $"A list of {least} to {most} items is expected, this has {length}."));
            return;
        }

        foreach (var (index, element) in value.EnumerateArray().Index())
        {
            item.check(element, $"{pointer}/{index}", errors);
        }
    });

    private readonly Action<JsonElement, string, List<FieldError>> check = check;

    public static Shape Object(params IReadOnlyList<Field> fields) => new((value, pointer, errors) =>
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            errors.Add(new FieldError(pointer, "wrong_type", "An object is expected."));
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var at = $"{pointer}/{property.Name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            var field = fields.FirstOrDefault(field => field.Name == property.Name);
            if (field is null || !seen.Add(property.Name))
            {
                errors.Add(
                    new FieldError(
                        at, field is null ? "unknown_field" : "duplicate_field",
                        field is null ? "There is no such field." : "The field stands here twice."));
                continue;
            }

            field.Shape.check(property.Value, at, errors);
        }

        errors.AddRange(fields.Where(field => field.Required && !seen.Contains(field.Name))
            .Select(field => new FieldError($"{pointer}/{field.Name}", "required", "The field is missing.")));
    });

    public static Field Must(string name, Shape shape) => new(name, shape, true);

    public static Field May(string name, Shape shape) => new(name, shape, false);

    /// <summary>Throws the <see cref="Problem"/> that lists every mistake.</summary>
    public void Demand(JsonElement body)
    {
        var errors = new List<FieldError>();
        check(body, "", errors);
        if (errors.Count > 0)
        {
            throw Problem.Body(errors);
        }
    }

    private static Shape Formatted(string what, Func<string, bool> fits) => Strings((text, pointer, errors) =>
    {
        if (!fits(text))
        {
            errors.Add(new FieldError(pointer, "pattern", $"The value is not {what}."));
        }
    });

    private static Shape Strings(Action<string, string, List<FieldError>> check) => new((value, pointer, errors) =>
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            errors.Add(new FieldError(pointer, "wrong_type", "A text is expected."));
            return;
        }

        check(value.GetString()!, pointer, errors);
    });

    internal sealed record Field(string Name, Shape Shape, bool Required);
}
