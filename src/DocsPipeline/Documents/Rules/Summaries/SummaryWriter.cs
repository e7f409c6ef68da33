using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Access;

namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>Values to bytes, in the order in which <see cref="SummaryReader"/> takes them; texts are numbers of a table.</summary>
internal sealed class SummaryWriter(BinaryWriter output, Dictionary<string, int> texts)
{
    public void Write(DocumentSummary summary)
    {
        Write(summary.Path);
        Write(summary.Id);
        WriteAll(summary.Faults, Write);
        Write(summary.IdSpan);
        output.Write(summary.IsPublished);
        Write(summary.Audience.Communities);
        Write(summary.Audience.Groups);
        Write(summary.Audience.Partners);
        Write(summary.Supersedes);
        Write(summary.SupersedesSpan);
        WriteAll(summary.References, Write);
        WriteAll(summary.Ids, reference =>
        {
            Write(reference.Missing.Id);
            Write(reference.Id);
            Write(reference.Span);
        });
        WriteAll(summary.Anchors, anchor =>
        {
            Write(anchor.Name);
            Write(anchor.Readers);
        });
    }

    public void Write(SummaryRow row)
    {
        Write(row.Path);
        Write(row.Digest);
        Write(row.Id);
        Write(row.Supersedes);
        output.Write7BitEncodedInt(row.Length);
    }

    public void Write(Diagnostic fault)
    {
        Write(fault.Code.Id);
        Write(fault.Message);
        Write(fault.Path);
        Write(fault.Span);
        Write(fault.Label);
        Write(fault.Notes);
        Write(fault.Help);
    }

    private void Write(Reference reference)
    {
        output.Write((byte)reference.Kind);
        Write(reference.Path);
        Write(reference.Anchor);
        Write(reference.Readers);
        Write(reference.Span);
    }

    private void Write(Readers readers)
    {
        output.Write(readers.IsAudience);
        Write(readers.Partners);
    }

    private void Write(SourceSpan span)
    {
        output.Write7BitEncodedInt(span.Line);
        output.Write7BitEncodedInt(span.Column);
        output.Write7BitEncodedInt(span.Length);
    }

    private void Write(IReadOnlyList<string> list) => WriteAll(list, Write);

    // Number 0 is no text.
    public void Write(string? text)
    {
        var number = 0;
        if (text is not null && !texts.TryGetValue(text, out number))
        {
            texts[text] = number = texts.Count + 1;
        }

        output.Write7BitEncodedInt(number);
    }

    public void WriteAll<T>(IReadOnlyCollection<T> items, Action<T> write)
    {
        output.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
        {
            write(item);
        }
    }
}
