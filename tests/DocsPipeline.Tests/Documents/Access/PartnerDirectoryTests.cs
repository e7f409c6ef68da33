using DocsPipeline.Documents;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Settings;

namespace DocsPipeline.Tests.Documents.Access;

/// <summary>Seventy partners, more than one machine word has bits: p00 to p69; even ones are in "even", the last five in "late".</summary>
public sealed class PartnerDirectoryTests
{
    private readonly PartnerDirectory directory = new(new PipelineSettings
    {
        Repository = "halden/partner-docs",
        Branch = "main",
        LedgerBranch = "ledger",
        Communities = ["here", "there"],
        Groups = ["even", "late"],
        Partners = [.. Enumerable.Range(0, 70).Reverse().Select(Partner)],
    });

    [Fact]
    public void A_group_is_its_members_in_the_community() =>
        Ids("here", groups: ["even", "late"]).ShouldBe(
            [.. Enumerable.Range(0, 65).Where(number => number % 2 == 0).Select(Id), .. Enumerable.Range(65, 4).Select(Id)]);

    [Fact]
    public void Everyone_is_the_whole_community() => Ids("here", groups: ["everyone"]).ShouldBe([.. Enumerable.Range(0, 69).Select(Id)]);

    [Fact]
    public void A_named_partner_belongs_to_it_only_where_the_community_has_him()
    {
        Ids("here", partners: ["p66", "p01", "p69", "nobody"]).ShouldBe(["p01", "p66"]);
        Ids("there", partners: ["p66", "p01", "p69"]).ShouldBe(["p69"]);
        Ids("here", partners: ["p01", "p01"]).ShouldBe(["p01"]);
    }

    [Fact]
    public void Nobody_is_reached_where_nobody_is_named()
    {
        Ids("here").ShouldBeEmpty();
        Ids("there", groups: ["unknown"]).ShouldBeEmpty();
        Of("elsewhere", ["everyone"], []).IsEmpty.ShouldBeTrue();
        directory.Members("there", new Audience(["here"], ["everyone"], [])).ShouldBeSameAs(directory.Nobody);
        directory.Members("unknown", new Audience(["unknown"], ["everyone"], [])).ShouldBeSameAs(directory.Nobody);
    }

    [Fact]
    public void The_same_audience_is_worked_out_once_and_another_is_another()
    {
        Of("here", ["even"], ["p01"]).ShouldBeSameAs(Of("here", ["even"], ["p01"]));
        Of("here", ["even"], ["p01"]).ShouldNotBeSameAs(Of("here", ["late"], ["p01"]));
        Of("here", ["even"], ["p01"]).ShouldNotBeSameAs(Of("here", ["even"], ["p03"]));
        Of("here", ["even"], ["p01"]).ShouldNotBeSameAs(Of("there", ["even"], ["p01"]));
        directory.Members("here", new Audience(["here"], ["even"], []))
            .ShouldNotBeSameAs(directory.Members("here", new Audience(["here", "there"], ["even"], [])));
    }

    [Fact]
    public void A_set_knows_what_is_in_it_and_inside_of_what_it_is()
    {
        var (small, large) = (Of("here", [], ["p02", "p66"]), Of("here", ["even"], []));

        (small.Contains("p66"), small.Contains("p68"), small.Contains("nobody")).ShouldBe((true, false, false));
        (small.IsSubsetOf(large), large.IsSubsetOf(small), small.IsSubsetOf(small)).ShouldBe((true, false, true));
        Of("here", [], ["p66"]).IsSubsetOf(Of("here", [], ["p02"])).ShouldBeFalse();
        (small.IsEmpty, Of("here", [], ["p66"]).IsEmpty, directory.Nobody.IsEmpty).ShouldBe((false, false, true));
    }

    [Fact]
    public void The_audience_may_follow_only_where_all_of_it_may_and_a_partner_where_he_may()
    {
        var (small, large) = (Of("here", [], ["p02"]), Of("here", ["even"], []));

        Readership.MayFollow(small, large, Reader.Audience).ShouldBeTrue();
        Readership.MayFollow(large, small, Reader.Audience).ShouldBeFalse();
        Readership.MayFollow(large, small, Reader.Partner("p02")).ShouldBeTrue();
        Readership.MayFollow(large, small, Reader.Partner("p04")).ShouldBeFalse();
        Readership.MayFollow(directory.Nobody, directory.Nobody, Reader.Audience).ShouldBeFalse();
    }

    private PartnerSet Of(string community, string[] groups, string[] partners) =>
        directory.Members(community, new Audience(["here", "there"], groups, partners));

    private IReadOnlyList<string> Ids(string community, string[]? groups = null, string[]? partners = null) =>
        Of(community, groups ?? [], partners ?? []).Ids;

    private static string Id(int number) => $"p{number:00}";

    private static PartnerSettings Partner(int number) => new(
        Id(number), Id(number), [number == 69 ? "there" : "here"],
        [.. new[] { number % 2 == 0 ? "even" : "", number > 64 ? "late" : "" }.Where(group => group.Length > 0)]);
}
