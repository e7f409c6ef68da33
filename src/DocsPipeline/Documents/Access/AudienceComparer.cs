namespace DocsPipeline.Documents.Access;

/// <summary>Two audiences of one community are the same when they name the same, in the same order.</summary>
internal sealed class AudienceComparer : IEqualityComparer<(string Community, Audience Audience)>
{
    public static bool NameTheSame(Audience left, Audience right) =>
        AreEqual(left.Communities, right.Communities) && AreEqual(left.Groups, right.Groups) && AreEqual(left.Partners, right.Partners);

    public bool Equals((string Community, Audience Audience) left, (string Community, Audience Audience) right) =>
        left.Community == right.Community && NameTheSame(left.Audience, right.Audience);

    public int GetHashCode((string Community, Audience Audience) key)
    {
        var hash = new HashCode();
        hash.Add(key.Community);
        foreach (var name in key.Audience.Groups.Concat(key.Audience.Partners))
        {
            hash.Add(name);
        }

        return hash.ToHashCode();
    }

    private static bool AreEqual(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        for (var index = 0; index < left.Count && index < right.Count; index++)
        {
            if (left[index] != right[index])
            {
                return false;
            }
        }

        return left.Count == right.Count;
    }
}
