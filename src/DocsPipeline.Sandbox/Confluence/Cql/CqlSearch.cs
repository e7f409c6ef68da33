using System.Globalization;
using DocsPipeline.Sandbox.Confluence.Access;
using DocsPipeline.Sandbox.Confluence.Content;

namespace DocsPipeline.Sandbox.Confluence.Cql;

/// <summary>
/// Finds the current pages and folders, or the files of pages, that a <see cref="CqlQuery"/> describes. Times are read as UTC.
/// </summary>
internal sealed class CqlSearch(Library library, TimeProvider clock)
{
    private static readonly string[] DateFormats = ["yyyy-MM-dd HH:mm", "yyyy/MM/dd HH:mm", "yyyy-MM-dd", "yyyy/MM/dd"];

    public IReadOnlyList<Page> Run(CqlQuery query)
    {
        // A clause about the space decides for all of its pages at once.
        var found = library.Spaces.All().Where(space => query.Clauses.Where(IsAboutSpace).All(clause => Is(clause, space.Key)))
            .SelectMany(space => library.Tree.InSpace(space.Id))
            .Where(page => query.Clauses.Where(clause => !IsAboutSpace(clause)).All(clause => Holds(clause, page)));
        found = query.OrderBy switch
        {
            null => found,
            "lastmodified" => found.OrderBy(page => page.ModifiedAt, StringComparer.Ordinal),
            "created" => found.OrderBy(page => page.CreatedAt, StringComparer.Ordinal),
            "title" => found.OrderBy(page => page.Title, StringComparer.OrdinalIgnoreCase),
            "id" => found.OrderBy(page => long.Parse(page.Id, CultureInfo.InvariantCulture)),
            var field => throw Refusal.Bad($"Could not parse cql : cannot order by '{field}'"),
        };
        return [.. query.Descending ? found.Reverse() : found];
    }

    /// <summary>Whether the query asks for files; those of current pages are found by <see cref="RunForAttachments"/>.</summary>
    public static bool IsForAttachments(CqlQuery query) =>
        query.Clauses.Any(clause => clause is { Field: "type", Operator: "=", Values: ["attachment"] });

    public IReadOnlyList<Attachment> RunForAttachments(CqlQuery query)
    {
        var found = library.Attachments
            .All()
            .Where(file =>
                library.Pages.Find(file.PageId, false) is { Status: "current" } page
                    && query.Clauses.All(clause => Holds(clause, file, page)));
        found = query.OrderBy switch
        {
            null => found,
            "lastmodified" => found.OrderBy(file => file.Version.CreatedAt, StringComparer.Ordinal),
            "created" => found.OrderBy(file => file.CreatedAt, StringComparer.Ordinal),
            "title" => found.OrderBy(file => file.Title, StringComparer.OrdinalIgnoreCase),
            var field => throw Refusal.Bad($"Could not parse cql : cannot order by '{field}'"),
        };
        return [.. query.Descending ? found.Reverse() : found];
    }

    private bool Holds(Clause clause, Attachment file, Page page) => clause.Field switch
    {
        "type" => Is(clause, "attachment"),
        "id" or "content" => Is(clause, file.Id),
        "title" => clause.Operator == "~" ? Contains(clause, file.Title) : Is(clause, file.Title),
        "container" => Is(clause, page.Id),
        "creator" => Is(clause, file.Version.AuthorId),
        "space" or "space.key" => Is(clause, library.Spaces.Get(page.SpaceId).Key),
        "lastmodified" => Compares(clause, file.Version.CreatedAt),
        "created" => Compares(clause, file.CreatedAt),
        _ => throw Refusal.Bad($"Could not parse cql : No field exists with name: {clause.Field}"),
    };

    private bool Holds(Clause clause, Page page) => clause.Field switch
    {
        "type" => Is(clause, page.Type),
        "id" or "content" => Is(clause, page.Id),
        "title" => clause.Operator == "~" ? Contains(clause, page.Title) : Is(clause, page.Title),
        "text" => Contains(clause, page.Title) || Contains(clause, library.Pages.Find(page.Id)!.Body!),
        "parent" => Is(clause, page.ParentId ?? ""),
        "ancestor" => library.Tree.Ancestors(page).Any(ancestor => Is(clause, ancestor.Id)),
        "label" => library.Labels.Of(page.Id).Any(label => Is(clause, label.Name)),
        "creator" => Is(clause, page.AuthorId),
        "lastmodified" => Compares(clause, page.ModifiedAt),
        "created" => Compares(clause, page.CreatedAt),
        _ => throw Refusal.Bad($"Could not parse cql : No field exists with name: {clause.Field}"),
    };

    private static bool IsAboutSpace(Clause clause) => clause.Field is "space" or "space.key";

    private static bool Is(Clause clause, string value) => clause.Operator switch
    {
        "=" or "in" => clause.Values.Contains(value, StringComparer.OrdinalIgnoreCase),
        "!=" => !clause.Values.Contains(value, StringComparer.OrdinalIgnoreCase),
        _ => throw Refusal.Bad($"Could not parse cql : operator {clause.Operator} does not fit field {clause.Field}"),
    };

    private static bool Contains(Clause clause, string text) =>
        text.Contains(clause.Values[0].Trim('*'), StringComparison.OrdinalIgnoreCase);

    private bool Compares(Clause clause, string time)
    {
        var order = string.CompareOrdinal(time, Stamp.Of(Time(clause.Values[0])));
        return clause.Operator switch
        {
            ">=" => order >= 0,
            "<=" => order <= 0,
            ">" => order > 0,
            "<" => order < 0,
            "=" => order == 0,
            _ => throw Refusal.Bad($"Could not parse cql : operator {clause.Operator} does not fit field {clause.Field}"),
        };
    }

    private DateTimeOffset Time(string value)
    {
        if (value.StartsWith("now(", StringComparison.Ordinal))
        {
            return clock.GetUtcNow() + Offset(value[4..^1]);
        }

        return DateTimeOffset.TryParseExact(value, DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw Refusal.Bad($"Could not parse cql : '{value}' is not a date");
    }

    private static TimeSpan Offset(string text) => text.Length == 0 ? TimeSpan.Zero
        : int.TryParse(text[..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? text[^1] switch
            {
                'm' => TimeSpan.FromMinutes(number),
                'h' => TimeSpan.FromHours(number),
                'd' => TimeSpan.FromDays(number),
                'w' => TimeSpan.FromDays(7 * number),
                _ => throw Refusal.Bad($"Could not parse cql : '{text}' is not a duration"),
            }
            : throw Refusal.Bad($"Could not parse cql : '{text}' is not a duration");
}
