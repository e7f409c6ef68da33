namespace DocsPipeline.Documents.Settings;

/// <summary>A stretch of the week in which Publish may write, in local time of a zone. A window whose end is not after its start goes on
/// past midnight.</summary>
public sealed record PublishWindow(IReadOnlyList<DayOfWeek> Days, TimeOnly From, TimeOnly To, TimeZoneInfo Zone)
{
    public bool IsOpen(DateTimeOffset now)
    {
        var local = TimeZoneInfo.ConvertTime(now, Zone);
        var time = TimeOnly.FromTimeSpan(local.TimeOfDay);
        return From < To
            ? Days.Contains(local.DayOfWeek) && time >= From && time < To
            : (Days.Contains(local.DayOfWeek) && time >= From) || (Days.Contains(local.AddDays(-1).DayOfWeek) && time < To);
    }

    public override string ToString() => $"{string.Join(", ", Days)} from {From:HH:mm} to {To:HH:mm} {Zone.Id}";
}
