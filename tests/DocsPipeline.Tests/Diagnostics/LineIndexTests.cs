using CsCheck;
using DocsPipeline.Diagnostics;

namespace DocsPipeline.Tests.Diagnostics;

public sealed class LineIndexTests
{
    [Fact]
    public void Says_the_same_as_counting_from_the_start() =>
        Gen.Select(Gen.String[Gen.Int[0, 3].Select(index => "a\r\nü"[index]), 0, 30], Gen.Int[-2, 35], Gen.Int[1, 10])
            .Sample((text, offset, length) => new LineIndex(text).At(offset, length).ShouldBe(SourceSpan.At(text, offset, length)));
}
