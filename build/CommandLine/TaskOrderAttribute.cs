namespace Build.CommandLine;

/// <summary>
/// Where the target stands in the overview: in the order in which a document meets them, from 1. No two targets share a place.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TaskOrderAttribute(int place) : Attribute
{
    public int Place { get; } = place;
}
