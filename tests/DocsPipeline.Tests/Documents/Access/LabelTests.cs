using DocsPipeline.Documents.Access;

namespace DocsPipeline.Tests.Documents.Access;

/// <summary>What labels and readers say of themselves, and who may know what is labelled so.</summary>
public sealed class LabelTests
{
    private static Readers Acme => Readers.Only(["acme"]);

    [Fact]
    public void A_narrowed_block_is_for_its_addendum_and_nothing_else()
    {
        (Acme.BelongTo(Reader.Partner("acme")), Acme.BelongTo(Reader.Partner("borealis")), Acme.BelongTo(Reader.Audience))
            .ShouldBe((true, false, false));
        (Readers.Audience.BelongTo(Reader.Partner("acme")), Readers.Audience.BelongTo(Reader.Audience)).ShouldBe((false, true));
        (Readers.Nobody.BelongTo(Reader.Partner("acme")), Readers.Nobody.BelongTo(Reader.Audience)).ShouldBe((false, false));
    }

    [Fact]
    public void A_partner_may_know_what_the_audience_knows_and_what_is_his()
    {
        (Acme.MayKnow(Reader.Partner("acme")), Acme.MayKnow(Reader.Partner("borealis")), Acme.MayKnow(Reader.Audience))
            .ShouldBe((true, false, false));
        (Readers.Audience.MayKnow(Reader.Partner("acme")), Readers.Audience.MayKnow(Reader.Audience)).ShouldBe((true, true));
        Readers.Nobody.MayKnow(Reader.Partner("acme")).ShouldBeFalse();
    }

    [Fact]
    public void Nobody_the_audience_and_nobody_named_are_told_apart()
    {
        (Readers.Nobody.IsNobody, Readers.Audience.IsNobody, Acme.IsNobody, Readers.Only([]).IsNobody).ShouldBe((true, false, false, true));
        (Readers.Nobody.IsAudience, Readers.Audience.IsAudience, Acme.IsAudience).ShouldBe((false, true, false));
        Readers.Only(["b", "a"]).Partners.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Nothing_of_the_audience_is_left_inside_of_nobody_and_all_of_it_inside_of_the_audience()
    {
        Readers.Audience.Within(Readers.Nobody).IsNobody.ShouldBeTrue();
        Readers.Audience.Within(Readers.Audience).IsAudience.ShouldBeTrue();
        Readers.Nobody.Within(Readers.Audience).IsNobody.ShouldBeTrue();
        Readers.Nobody.Within(Acme).IsNobody.ShouldBeTrue();
        Acme.Within(Readers.Audience).ShouldBe(Acme);
    }

    [Fact]
    public void Equal_labels_name_the_same()
    {
        (Acme == Readers.Only(["acme"]), Acme != Readers.Only(["acme"]), Acme == Readers.Only(["borealis"])).ShouldBe((true, false, false));
        (Readers.Nobody == Readers.Audience, Readers.Nobody != Readers.Audience).ShouldBe((false, true));
        (Readers.Nobody == Readers.Only([])).ShouldBeTrue();
        (Acme.Equals((object)Readers.Only(["acme"])), Acme.Equals("acme"), Acme.Equals(null)).ShouldBe((true, false, false));
        Acme.GetHashCode().ShouldBe(Readers.Only(["acme"]).GetHashCode());
        Readers.Nobody.GetHashCode().ShouldBe(Readers.Only([]).GetHashCode());
    }

    [Fact]
    public void They_are_told_in_words()
    {
        string.Join(' ', Readers.Audience, Readers.Nobody, Readers.Only(["b", "a"])).ShouldBe("audience nobody a,b");
        string.Join(' ', Reader.Audience, Reader.Partner("acme")).ShouldBe("audience acme");
    }

    [Fact]
    public void Whoever_writes_an_unknown_name_is_told_the_nearest_or_the_first_fifty()
    {
        var few = new DeclaredNames(["acme", "borealis"]);
        var fifty = new DeclaredNames([.. Enumerable.Range(10, 50).Select(number => $"{number}")]);
        var many = new DeclaredNames([.. Enumerable.Range(10, 51).Select(number => $"{number}")]);

        (few.Has("acme"), few.Has("Acme")).ShouldBe((true, false));
        few.HelpWith("acne").ShouldBe("did you mean `acme`?");
        few.HelpWith("xxxxxxxxx").ShouldBe("known are acme, borealis");
        fifty.HelpWith("xxxxxxxxx").ShouldEndWith(", 58, 59");
        many.HelpWith("xxxxxxxxx").ShouldEndWith(", 58, 59, and 1 more");
    }
}
