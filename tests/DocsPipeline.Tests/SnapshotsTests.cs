using Snapshooter;
using Snapshooter.Xunit;

namespace DocsPipeline.Tests;

/// <summary>What we ask of Snapshooter: that it can fail.</summary>
public sealed class SnapshotsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("docspipeline-snapshots-").FullName;

    [Fact]
    public void A_text_that_is_as_it_was_passes_and_leaves_nothing()
    {
        Expect("before");

        Match("before");

        Directory.Exists(Mismatches).ShouldBeFalse();
    }

    [Fact]
    public void Another_text_fails_and_what_came_out_is_left_beside_the_snapshot()
    {
        Expect("before");

        Should.Throw<Exception>(() => Match("after")).Message.ShouldContain("before");

        File.ReadAllText(Path.Combine(Mismatches, "Some.test.snap")).TrimEnd().ShouldBe("after");
        File.ReadAllText(Path.Combine(folder, "__snapshots__", "Some.test.snap")).ShouldBe("before");
    }

    [Fact]
    public void A_snapshot_that_is_missing_fails_instead_of_being_made()
    {
        if (ExpectedFile.IsRewritten)
        {
            return;
        }

        Should.Throw<Exception>(() => Match("after")).Message.ShouldContain("strict", Case.Insensitive);

        File.ReadAllText(Path.Combine(Mismatches, "Some.test.snap")).TrimEnd().ShouldBe("after");
        File.Exists(Path.Combine(folder, "__snapshots__", "Some.test.snap")).ShouldBeFalse();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Mismatches => Path.Combine(folder, "__snapshots__", "__mismatch__");

    private void Expect(string text) =>
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "__snapshots__")).FullName, "Some.test.snap"), text);

    private void Match(string text) => Snapshot.Match(text, new SnapshotFullName("Some.test.snap", folder));
}
