using System.Text.Json.Serialization;

namespace DocsPipeline.Systems.TradingGrid;

/// <summary>The identity of something that partners sent: <c>case/case_01</c>.</summary>
public readonly record struct ItemReference(ItemKind Kind, string Id)
{
    public override string ToString() => $"{Kind.Word()}/{Id}";
}

/// <summary>What partners send. The ledger, markers and reports know the kinds by the community's words.</summary>
public enum ItemKind
{
    [JsonStringEnumMemberName("case")]
    Case,

    [JsonStringEnumMemberName("incident")]
    Incident,

    [JsonStringEnumMemberName("testrun")]
    TestRun,

    [JsonStringEnumMemberName("question")]
    Question,

    [JsonStringEnumMemberName("feedback")]
    Feedback,

    [JsonStringEnumMemberName("acknowledgement")]
    Acknowledgement,
}

public static class ItemKindExtensions
{
    /// <summary>The community's word: <c>testrun</c>.</summary>
    public static string Word(this ItemKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>The counterpart of an item in another system, one per system (<c>github</c>, <c>confluence</c>).</summary>
public sealed record ExternalRef(string System, string Id, Uri? Url = null);
