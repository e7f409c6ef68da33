namespace DocsPipeline.Systems.Confluence.StorageFormat.Writing;

internal static class AlertWriter
{
    public static void Write(ExportSession session, string kind, int body)
    {
        var output = session.Out;
        output.Write($"> [!{kind}]");
        var before = output.Push("> ");
        output.NewLine();
        var start = output.Length;
        BlockWriter.WriteChildren(session, body);
        if (output.Length == start)
        {
            output.Write(" ");
        }

        session.TrimSpaces();
        output.Pop(before);
    }
}
