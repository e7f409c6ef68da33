namespace DocsPipeline.Documents.Access;

/// <summary>Two audiences of one community are the same when they name the same, in the same order.</summary>
internal sealed class AudienceComparer : IEqualityComparer<(string Community, Audience Audience)>
{
    public bool Equals((string Community, Audience Audience) left, (string Community, Audience Audience) right) =>
        left.Community == right.Community
        && left.Audience.Communities.SequenceEqual(right.Audience.Communities)
        && left.Audience.Groups.SequenceEqual(right.Audience.Groups)
        && left.Audience.Partners.SequenceEqual(right.Audience.Partners);

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
}
