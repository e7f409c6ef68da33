using Newtonsoft.Json.Linq;

namespace DocsPipeline.Documents.Kinds;

/// <summary>How much of a document may leave the company.</summary>
public enum PublicationRule
{
    /// <summary>Nothing, ever: no operation can be built for it.</summary>
    Never,

    /// <summary>Only the <c>::: partner</c> blocks and the partner-facing fields.</summary>
    Extract,

    /// <summary>The body without its <c>::: internal</c> blocks, and the partner-facing fields.</summary>
    Whole,
}

/// <summary>A kind's publication rule, from <c>x-publication</c>; <see cref="When"/> names front matter values that must be there for it to
/// apply.</summary>
public sealed record PublicationPolicy(PublicationRule Rule, IReadOnlyDictionary<string, JToken> When)
{
    public static PublicationPolicy Never { get; } = new(PublicationRule.Never, new Dictionary<string, JToken>());

    /// <summary>The rule for one document: <see cref="PublicationRule.Never"/> where a condition does not hold.</summary>
    public PublicationRule For(Document document) =>
        When.All(condition => JToken.DeepEquals(document.FrontMatter.Json[condition.Key], condition.Value)) ? Rule : PublicationRule.Never;
}

/// <summary>A front matter field that partners see, from <c>x-partner-facing</c>, with the label they see.</summary>
public sealed record PartnerFacingField(string Name, string Label);
