namespace DocsPipeline.Documents.Access;

/// <summary>Some of the partners that the settings declare, as a set: asked and compared once for each link of each document.</summary>
public sealed class PartnerSet
{
    private readonly IReadOnlyList<string> all;
    private readonly IReadOnlyDictionary<string, int> numbers;
    private readonly ulong[] members;

    /// <param name="all">The ids of every declared partner, in order.</param>
    /// <param name="numbers">The place of each among them.</param>
    /// <param name="members">The places of those in the set, as bits.</param>
    internal PartnerSet(IReadOnlyList<string> all, IReadOnlyDictionary<string, int> numbers, ulong[] members) =>
        (this.all, this.numbers, this.members) = (all, numbers, members);

    public bool IsEmpty => !members.AsSpan().ContainsAnyExcept(0ul);

    /// <summary>In order of their ids.</summary>
    public IReadOnlyList<string> Ids => [.. all.Where((_, number) => Has(number))];

    public bool Contains(string id) => numbers.TryGetValue(id, out var number) && Has(number);

    public bool IsSubsetOf(PartnerSet other)
    {
        for (var word = 0; word < members.Length; word++)
        {
            if ((members[word] & ~other.members[word]) != 0)
            {
                return false;
            }
        }

        return true;
    }

    private bool Has(int number) => (members[number / 64] & (1ul << (number % 64))) != 0;
}
