using System.Buffers.Binary;
using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Rules;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Flows.Publish.Applying;
using DocsPipeline.Flows.Publish.Publications;
using DocsPipeline.Sync.Planning;
using DocsPipeline.Systems.TradingGrid;
using DocsPipeline.Tests.Documents.Rules;
using DocsPipeline.Tests.Systems.TradingGrid;

namespace DocsPipeline.Tests.Flows.Publish;

/// <summary>A document with pictures that together are larger than memory may be: never more than one of them is there.</summary>
[Collection(nameof(Alone))]
public sealed class ManyPicturesTests
{
    private const int Size = 4 * 1024 * 1024;
    private const int Pictures = 40;

    private static readonly byte[] Picture = Png();

    private int opened;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void To_check_and_to_plan_them_holds_none(bool areShown)
    {
        Plan(Content(areShown));
        opened = 0;
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var desired = Plan(Content(areShown));

        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan((long)Size * Pictures / 10);
        desired.Files.Count.ShouldBe(areShown ? Pictures : 0);
        opened.ShouldBe(areShown ? 2 * Pictures : Pictures);
    }

    [Fact]
    public async Task What_was_sent_is_let_go_before_the_next_is_read()
    {
        var sent = new List<WeakReference>();
        var most = 0;
        var grid = new MemoryGrid
        {
            OnUpload = bytes =>
            {
                GC.Collect();
                most = Math.Max(most, sent.Count(other => other.IsAlive));
                sent.Add(Reference(bytes));
            },
        };
        var desired = Plan(Content(areShown: true));
        opened = 0;
        var change = new Change(ChangeAction.Create, desired.Community, desired.ExternalId, "Many", ChangeReason.New)
        {
            Desired = desired,
        };

        await new CommunityWriter(grid).PublishAsync(change, new GridSource("halden/partner-docs", new string('0', 40)), default);

        sent.Count.ShouldBe(Pictures);
        most.ShouldBeLessThanOrEqualTo(1);
        opened.ShouldBe(Pictures);
        GC.KeepAlive(change);
    }

    private static WeakReference Reference(ReadOnlyMemory<byte> bytes) =>
        System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new WeakReference(array.Array)
            : throw new InvalidOperationException("no array");

    private static DesiredPublication Plan(ContentSnapshot content)
    {
        DocumentRules.Check(content, new DateOnly(2026, 12, 1)).Where(fault => fault.Severity == Severity.Error).ShouldBeEmpty();
        return PublicationSet.Build(content).ShouldHaveSingleItem();
    }

    private ContentSnapshot Content(bool areShown)
    {
        // No two are the same: files are addressed by what they hold.
        var pictures = Enumerable.Range(0, Pictures).Select(number => new ContentFile(
            $"content/faq/many/{number:000}.png", Size, () => Open((byte)number))).ToList();
        var shown = pictures.Where(_ => areShown).Select(picture => $"![A picture](many/{Path.GetFileName(picture.Path)})\n\n");
        var document = $"---\nid: many\nkind: faq-article\ntitle: Many\nsummary: Pictures.\nclassification: partner\naudience:\n"
            + "  communities: [halden-suppliers]\n  groups: [everyone]\nowner: a@b.example\nselected: true\n---\nText.\n\n"
            + string.Concat(shown);
        var rules = Checkout.Files.Where(file =>
            file.Path.StartsWith("schemas/", StringComparison.Ordinal) || file.Path == "content/pipeline.yml");
        return new ContentSnapshot([new ContentFile("content/faq/many.md", Encoding.UTF8.GetBytes(document)), .. pictures, .. rules]);
    }

    private NumberedPicture Open(byte number)
    {
        Interlocked.Increment(ref opened);
        return new NumberedPicture(number);
    }

    private static byte[] Png()
    {
        var bytes = new byte[Size];
        ((byte[])[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), Size - 8 - 12 - 12);
        "IDAT"u8.CopyTo(bytes.AsSpan(12));
        "IEND"u8.CopyTo(bytes.AsSpan(Size - 8));
        return bytes;
    }

    /// <summary>The one picture, with a number in one of its bytes.</summary>
    private sealed class NumberedPicture(byte number) : MemoryStream(Picture, writable: false)
    {
        private const int Place = 1000;

        // Every other way to read comes by here.
        public override int Read(byte[] buffer, int offset, int count)
        {
            var from = (int)Position;
            var read = base.Read(buffer, offset, count);
            if (from <= Place && Place < from + read)
            {
                buffer[offset + Place - from] = number;
            }

            return read;
        }
    }
}
