using System.Buffers;
using System.Globalization;
using System.Text.Json;
using DocsPipeline.Documents;

namespace DocsPipeline.Systems.TradingGrid;

/// <summary>
/// The SHA-256 of everything that partners will get or be let in by. Source and fingerprint are left out, so that partner-facing identity
/// never depends on a commit. The form that is hashed is frozen: every live document carries a fingerprint of it, and another form would
/// publish all of them anew.
/// </summary>
public static class DraftFingerprint
{
    public static string Of(GridDraft draft)
    {
        var form = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(form))
        {
            Write(json, draft);
        }

        return Digest.Of(form.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, GridDraft draft)
    {
        json.WriteStartObject();
        json.WriteString("kind", draft.Kind);
        json.WriteString("managedBy", draft.ManagedBy);
        json.WriteString("title", draft.Title);
        json.WriteStartObject("audience");
        Texts(json, "groups", draft.Audience.Groups);
        Texts(json, "partners", draft.Audience.Partners);
        Texts(json, "roles", draft.Audience.Roles);
        json.WriteEndObject();
        json.WriteStartObject("content");
        json.WriteString("html", draft.Content.Html);
        json.WriteString("contentSha256", draft.Content.ContentSha256);
        json.WriteEndObject();
        Text(json, "summary", draft.Summary);
        json.WriteString("language", draft.Language);
        WriteParts(json, draft);
        json.WriteBoolean("acknowledgementRequired", draft.AcknowledgementRequired);
        Text(json, "effectiveFrom", Day(draft.EffectiveFrom));
        Text(json, "effectiveTo", Day(draft.EffectiveTo));
        Texts(json, "supersedes", draft.Supersedes);
        Texts(json, "related", draft.Related);
        Texts(json, "externalRefs", []);
        json.WriteEndObject();
    }

    private static void WriteParts(Utf8JsonWriter json, GridDraft draft)
    {
        List(json, "facts", draft.Facts, fact =>
        {
            json.WriteString("name", fact.Name);
            json.WriteString("label", fact.Label);
            json.WriteString("value", fact.Value);
        });
        List(json, "attachments", draft.Attachments, file =>
        {
            json.WriteString("sha256", file.Sha256);
            json.WriteString("fileName", file.FileName);
        });
        if (draft.TestPlan is { } plan)
        {
            json.WriteStartObject("testPlan");
            json.WriteString("planId", plan.PlanId);
            List(json, "testCases", plan.TestCases, test =>
            {
                json.WriteString("id", test.Id);
                json.WriteString("title", test.Title);
                Text(json, "transaction", test.Transaction);
                json.WriteBoolean("mandatory", test.Mandatory);
            });
            json.WriteEndObject();
        }
    }

    private static void List<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
