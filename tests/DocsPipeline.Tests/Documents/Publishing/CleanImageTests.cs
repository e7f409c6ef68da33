using CsCheck;
using DocsPipeline.Documents.Publishing;

namespace DocsPipeline.Tests.Documents.Publishing;

public sealed class CleanImageTests
{
    private static readonly byte[] Png =
    [
        0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 2, .. "IHDRab"u8, 0, 0, 0, 0, 0, 0, 0, 3, .. "tEXtabc"u8, 0, 0, 0, 0,
        0, 0, 0, 1, .. "IDATx"u8, 0, 0, 0, 0, 0, 0, 0, 0, .. "IEND"u8, 1, 2, 3, 4, .. "behind the end"u8,
    ];

    private static readonly byte[] Jpeg =
    [
        0xFF, 0xD8, 0xFF, 0xE1, 0, 6, .. "Exif"u8, 0xFF, 0xFF, 0xDB, 0, 4, 1, 2, 0xFF, 0xDA, 0, 3, 1, 9, 9, 0xFF, 0, 9, 0xFF, 0xD0, 9, 0xFF,
        0xD9, 7,
    ];

    private static readonly byte[] Gif =
    [
        .. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x21, 0xFE, 3, .. "abc"u8, 0, 0x21, 0xF9, 1, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 5, 0,
        0x3B, 8,
    ];

    public static TheoryData<string> Names => ["a.png", "a.jpg", "a.gif"];

    [Theory]
    [InlineData("a.png", "tEXt")]
    [InlineData("a.jpg", "Exif")]
    [InlineData("a.gif", "abc")]
    public void What_is_not_the_picture_is_left_out(string name, string secret)
    {
        var clean = Copy(name, Bytes(name), int.MaxValue).ShouldNotBeNull();

        Convert.ToHexString(clean).ShouldNotContain(Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(secret)));
        clean.Length.ShouldBeLessThan(Bytes(name).Length);
        Copy(name, clean, int.MaxValue).ShouldBe(clean);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void However_the_bytes_arrive_and_wherever_they_end_the_outcome_is_the_same(string name) =>
        Gen.Select(Gen.Int[0, Bytes(name).Length], Gen.Int[1, 5], Gen.Int[0, 60], Gen.Byte).Sample((length, piece, at, value) =>
        {
            var bytes = Bytes(name)[..length];
            if (at < bytes.Length)
            {
                bytes[at] = value;
            }

            Copy(name, bytes, piece).ShouldBe(Copy(name, bytes, int.MaxValue));
        });

    private static byte[] Bytes(string name) => name switch { "a.png" => Png, "a.jpg" => Jpeg, _ => Gif };

    private static byte[]? Copy(string name, byte[] bytes, int piece)
    {
        var clean = new MemoryStream();
        return CleanImage.Copy(MediaType.Find(name)!, new Trickle(bytes, piece), clean) ? clean.ToArray() : null;
    }

    /// <summary>A stream that gives a few bytes at a time.</summary>
    private sealed class Trickle(byte[] bytes, int piece) : MemoryStream(bytes, writable: false)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, piece)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, piece));
    }
}
