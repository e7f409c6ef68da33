using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Tables as GitHub reads them: within a paragraph a line of delimiters below one of as many cells begins one, and each further line is a
/// row, with pipes or without. Markdig's own extension makes a table of fewer and of more, and none where a line has no pipe.
/// </summary>
internal sealed class TableSyntax : ReadingExtension
{
    public override void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Replace<ParagraphBlockParser>(new Parser());
    }

    private sealed class Parser : ParagraphBlockParser
    {
        public override bool Close(BlockProcessor processor, Block block)
        {
            if (!base.Close(processor, block))
            {
                return false;
            }

            var paragraph = block as ParagraphBlock;
            for (var at = 1; at < paragraph?.Lines.Count; at++)
            {
                if (PipeRow.Delimiters(paragraph.Lines.Lines[at].Slice) is { } columns
                    && PipeRow.Cells(paragraph.Lines.Lines[at - 1].Slice).Count == columns.Count)
                {
                    // The paragraph is the last block that there is: it is closed before another one begins.
                    paragraph.Parent!.Add(Table(paragraph, at, columns));
                    return KeepAbove(paragraph, at - 1);
                }
            }

            return true;
        }

        private static Table Table(ParagraphBlock paragraph, int delimiters, List<TableColumnDefinition> columns)
        {
            var lines = paragraph.Lines.Lines;
            var table = new Table
            {
                Span = new SourceSpan(lines[delimiters - 1].Slice.Start, lines[paragraph.Lines.Count - 1].Slice.End),
            };
            table.ColumnDefinitions.AddRange(columns);
            table.Add(Row(lines[delimiters - 1], isHeader: true));
            for (var at = delimiters + 1; at < paragraph.Lines.Count; at++)
            {
                table.Add(Row(lines[at], isHeader: false));
            }

            return table;
        }

        private static TableRow Row(StringLine line, bool isHeader)
        {
            var row = new TableRow { IsHeader = isHeader, Span = new SourceSpan(line.Slice.Start, line.Slice.End) };
            foreach (var text in PipeRow.Cells(line.Slice))
            {
                var cell = new TableCell { Span = new SourceSpan(text.Start, text.End) };
                if (!text.IsEmpty)
                {
                    var content = new ParagraphBlock { Span = cell.Span, Lines = new StringLineGroup(1) };
                    content.Lines.Add(new StringLine(text, line.Line, line.Column, line.Position, NewLine.None));
                    cell.Add(content);
                }

                row.Add(cell);
            }

            return row;
        }

        /// <summary>Whether lines above a table are left, which are a paragraph.</summary>
        private static bool KeepAbove(ParagraphBlock paragraph, int lines)
        {
            while (paragraph.Lines.Count > lines)
            {
                paragraph.Lines.RemoveAt(paragraph.Lines.Count - 1);
            }

            if (lines > 0)
            {
                var last = paragraph.Lines.Lines[lines - 1].Slice;
                paragraph.Span = new SourceSpan(paragraph.Span.Start, last.End);
            }

            return lines > 0;
        }
    }
}
