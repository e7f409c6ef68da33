using System.Globalization;
using DocsPipeline.Documents.Settings;

namespace DocsPipeline.Tests.Documents.Settings;

public sealed class PublishWindowTests
{
    [Theory]
    [InlineData("2026-11-23T06:00:00Z", true, "Monday, seven in Oslo")]
    [InlineData("2026-11-23T05:59:00Z", false, "a minute too early")]
    [InlineData("2026-11-23T15:00:00Z", false, "the end is not part of it")]
    [InlineData("2026-11-27T12:00:00Z", false, "Friday")]
    [InlineData("2026-07-06T05:00:00Z", true, "seven in summer")]
    public void Is_open_by_the_clock_of_its_zone(string now, bool open, string because) =>
        Window("07:00", "16:00").IsOpen(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)).ShouldBe(open, because);

    [Theory]
    [InlineData("2026-11-23T22:30:00Z", true, "Monday night")]
    [InlineData("2026-11-24T01:30:00Z", true, "the night of Monday, on Tuesday")]
    [InlineData("2026-11-23T01:30:00Z", false, "the night of Sunday")]
    public void One_that_ends_before_it_starts_goes_on_past_midnight(string now, bool open, string because) =>
        Window("22:00", "04:00").IsOpen(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture)).ShouldBe(open, because);

    private static PublishWindow Window(string from, string to) => new(
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday], TimeOnly.Parse(from, CultureInfo.InvariantCulture),
        TimeOnly.Parse(to, CultureInfo.InvariantCulture),
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo"));
}
