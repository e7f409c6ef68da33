using System.Collections;
using DocsPipeline.Flows.Import.Items;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Import;

public sealed class ItemModelTests
{
    private static readonly Dictionary<string, PartnerItem> Items = new()
    {
        ["case"] = Sent.Case() with { TransactionRef = new TransactionRef("X12", "856", "004010", "1", "2", "3", "4", "R", "<5@as2>") },
        ["incident"] = Sent.Incident() with { RootCause = "Full disk", PreventiveActions = Sent.Incident().CorrectiveActions },
        ["testrun"] = Sent.TestRun() with { Comment = "Again", Certification = new(Time, Desk, new DateOnly(2027, 12, 31)) },
        ["question"] = Sent.Question() with { Answer = new Answer("Yes.", "x12-856-ship-notice", Time, Desk) },
        ["feedback"] = Sent.Feedback(),
        ["acknowledgement"] = Sent.Acknowledgement(),
    };

    private static readonly string[] OfOurs = ["partner.id", "partner.name"];

    public static TheoryData<string> Kinds => [.. Items.Keys];

    private static DateTimeOffset Time => new(2026, 11, 23, 17, 40, 0, 250, TimeSpan.FromHours(2));

    private static GridActor Desk => new("staff", "user_desk", "service-desk", "acme");

    // A field that is read from the wire and has no name in the model would be read for nobody.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Names_every_field_that_is_read(string kind)
    {
        var model = Sent.Models.Of(Items[kind]);

        Names(model.Fields).Except(OfOurs).ShouldBe(Properties(Items[kind]).Except(OfOurs), ignoreOrder: true);
    }

    [Theory]
    [InlineData("case", "Acme Tools")]
    [InlineData("testrun", "Acme Tools")]
    [InlineData("question", "Borealis Foods")]
    [InlineData("feedback", "Acme Tools")]
    [InlineData("acknowledgement", "Acme Tools")]
    public void Calls_the_partner_by_name(string kind, string name) => Name(Sent.Models.Of(Items[kind])).ShouldBe(name);

    [Fact]
    public void Calls_a_partner_that_is_no_longer_there_by_its_id() =>
        Name(new ItemModels(new Dictionary<string, string>()).Of(Sent.Feedback())).ShouldBe("acme");

    [Fact]
    public void Prints_times_in_utc_to_the_second() => ItemModel.Of(("at", Time)).Text("at").ShouldBe("2026-11-23T15:40:00Z");

    [Fact]
    public void Prints_days_and_numbers_for_every_culture()
    {
        var model = ItemModel.Of(("due", new DateOnly(2026, 3, 1)), ("lost", 0), ("size", 123456789012L));

        (model.Text("due"), model.Text("lost"), model.Text("size")).ShouldBe(("2026-03-01", "0", "123456789012"));
    }

    [Fact]
    public void Leaves_out_what_has_no_value()
    {
        var model = ItemModel.Of(("document", null), ("helpful", false));

        model.Fields.Keys.ShouldBe(["helpful"]);
        (model.Text("document"), model.Text("helpful")).ShouldBe((null, null));
    }

    [Fact]
    public void Another_field_leaves_the_model_as_it_was()
    {
        var model = ItemModel.Of(("id", "1"));

        model.With("page", ItemModel.Of(("id", "2"))).Fields.Keys.ShouldBe(["id", "page"]);
        model.Fields.Keys.ShouldBe(["id"]);
    }

    private static string? Name(ItemModel model) => ((IReadOnlyDictionary<string, object>)model.Fields["partner"])["name"] as string;

    private static IEnumerable<string> Names(object? value, string path = "") => value switch
    {
        IReadOnlyDictionary<string, object> fields => fields.SelectMany(field => Names(field.Value, $"{path}.{field.Key}")),
        IList list when list.Count > 0 => Names(list[0], path),
        _ => [path.TrimStart('.')],
    };

    private static IEnumerable<string> Properties(object? value, string path = "") => value switch
    {
        null => [],
        string or Uri => [path.TrimStart('.')],
        IList list => list.Count == 0 ? [path.TrimStart('.')] : Properties(list[0], path),
        _ when value.GetType().Namespace != typeof(PartnerItem).Namespace => [path.TrimStart('.')],
        _ => value.GetType().GetProperties().Where(property => property.Name != "EqualityContract")
            .SelectMany(property => Properties(property.GetValue(value), $"{path}.{Lower(property.Name)}")),
    };

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
