using System.Collections;
using System.Globalization;

namespace DocsPipeline.Flows.Import.Items;

/// <summary>
/// What templates and <c>x-import</c> see: names with texts, flags, lists and further names. Numbers and times (UTC,
/// <c>2027-03-01T09:15:00Z</c>) are texts already, so that a zero is printed and not taken for nothing.
/// </summary>
public sealed class ItemModel
{
    private readonly Dictionary<string, object> fields;

    private ItemModel(Dictionary<string, object> fields) => this.fields = fields;

    internal IReadOnlyDictionary<string, object> Fields => fields;

    /// <summary>A model of these fields; what has no value is not there.</summary>
    public static ItemModel Of(params IEnumerable<(string Name, object? Value)> fields) => new(fields
        .Select(field => (field.Name, Value: Printable(field.Value)))
        .Where(field => field.Value is not null)
        .ToDictionary(field => field.Name, field => field.Value!, StringComparer.Ordinal));

    /// <summary>The text of a field, or null.</summary>
    public string? Text(string name) => fields.GetValueOrDefault(name) as string;

    /// <summary>The same with one field more.</summary>
    public ItemModel With(string name, ItemModel value) =>
        new(new Dictionary<string, object>(fields, StringComparer.Ordinal) { [name] = value.fields });

    private static object? Printable(object? value) => value switch
    {
        null or string or bool => value,
        ItemModel model => model.fields,
        Uri address => address.OriginalString,
        DateTimeOffset time => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IEnumerable list => list.Cast<object?>().Select(Printable).ToList(),
        _ => System.Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
