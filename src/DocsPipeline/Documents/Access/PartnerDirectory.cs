using System.Collections.Concurrent;
using DocsPipeline.Documents.Settings;

namespace DocsPipeline.Documents.Access;

/// <summary>Who belongs to which community and group, and so to which audience. Each audience is worked out once, however many documents
/// have it. Safe to use from several threads.</summary>
internal sealed class PartnerDirectory
{
    private readonly string[] ids;
    private readonly Dictionary<string, int> numbers;
    private readonly Dictionary<string, ulong[]> communities;
    private readonly Dictionary<string, ulong[]> groups;
    private readonly ConcurrentDictionary<(string Community, Audience Audience), PartnerSet> audiences = new(new AudienceComparer());

    public PartnerDirectory(PipelineSettings settings)
    {
        ids = [.. settings.Partners.Select(partner => partner.Id).Order(StringComparer.Ordinal)];
        numbers = ids.Select((id, number) => (id, number)).ToDictionary(pair => pair.id, pair => pair.number, StringComparer.Ordinal);
        communities = Members(settings, partner => partner.Communities);
        groups = Members(settings, partner => partner.Groups);
        Nobody = Set(Empty());
    }

    public PartnerSet Nobody { get; }

    /// <summary>The partners of a community that an audience reaches; nobody where the audience names nobody.</summary>
    public PartnerSet Members(string community, Audience audience) => audience.IsNobody || !audience.Communities.Contains(community)
        ? Nobody
        : audiences.GetOrAdd((community, audience), key => Resolve(key.Community, key.Audience));

    private PartnerSet Resolve(string community, Audience audience)
    {
        if (!communities.TryGetValue(community, out var here))
        {
            return Nobody;
        }

        if (audience.Groups.Contains(Audience.Everyone))
        {
            return Set(here);
        }

        var members = Empty();
        foreach (var partner in audience.Partners)
        {
            if (numbers.TryGetValue(partner, out var number))
            {
                Add(members, number);
            }
        }

        foreach (var group in audience.Groups.Where(groups.ContainsKey))
        {
            for (var word = 0; word < members.Length; word++)
            {
                members[word] |= groups[group][word];
            }
        }

        for (var word = 0; word < members.Length; word++)
        {
            members[word] &= here[word];
        }

        return Set(members);
    }

    private Dictionary<string, ulong[]> Members(PipelineSettings settings, Func<PartnerSettings, IReadOnlyList<string>> of)
    {
        var members = new Dictionary<string, ulong[]>(StringComparer.Ordinal);
        foreach (var partner in settings.Partners)
        {
            foreach (var name in of(partner))
            {
                if (!members.TryGetValue(name, out var set))
                {
                    members[name] = set = Empty();
                }

                Add(set, numbers[partner.Id]);
            }
        }

        return members;
    }

    private ulong[] Empty() => new ulong[(ids.Length + 63) / 64];

    private PartnerSet Set(ulong[] members) => new(ids, numbers, members);

    private static void Add(ulong[] members, int number) => members[number / 64] |= 1ul << (number % 64);
}
