using System.Collections.Immutable;

namespace DocsPipeline.Documents.Access;

/// <summary>
/// The label of a node: nobody outside the company, some partners of the audience, or the whole audience. The default value is nobody.
/// Labels only ever shrink on the way down a tree.
/// </summary>
public readonly struct Readers : IEquatable<Readers>
{
    private readonly bool everyone;
    private readonly ImmutableSortedSet<string>? partners;

    private Readers(bool everyone, ImmutableSortedSet<string>? partners) => (this.everyone, this.partners) = (everyone, partners);

    public static Readers Nobody => default;

    public static Readers Audience => new(true, null);

    public bool IsNobody => !everyone && (partners is null || partners.IsEmpty);

    public bool IsAudience => everyone;

    /// <summary>The partners it is narrowed to, in order; none for nobody and for the audience as a whole.</summary>
    public IReadOnlyList<string> Partners => partners is null ? [] : [.. partners];

    public static Readers Only(IEnumerable<string> partners) => new(false, partners.ToImmutableSortedSet(StringComparer.Ordinal));

    /// <summary>What is left of this label inside a parent's.</summary>
    public Readers Within(Readers parent) =>
        parent.everyone ? this
        : everyone ? parent
        : partners is null || parent.partners is null ? Nobody
        : new Readers(false, partners.Intersect(parent.partners));

    /// <summary>Whether the node belongs into what is built for the reader: narrowed nodes are for addenda and for nothing else.</summary>
    public bool BelongTo(Reader reader) => reader.PartnerId is { } partner ? partners?.Contains(partner) ?? false : everyone;

    /// <summary>Whether the reader may know it: a partner may know what its audience knows.</summary>
    public bool MayKnow(Reader reader) => everyone || BelongTo(reader);

    public bool Equals(Readers other) => everyone == other.everyone && Partners.SequenceEqual(other.Partners);

    public override bool Equals(object? obj) => obj is Readers other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(everyone, partners?.Count ?? 0);

    public static bool operator ==(Readers left, Readers right) => left.Equals(right);

    public static bool operator !=(Readers left, Readers right) => !left.Equals(right);

    public override string ToString() => everyone ? "audience" : IsNobody ? "nobody" : string.Join(',', Partners);
}
