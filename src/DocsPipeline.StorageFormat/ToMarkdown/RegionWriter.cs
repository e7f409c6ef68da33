using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Blocks between two markers.</summary>
internal static class RegionWriter
{
    public static void WriteBody(MarkdownSession session, int body, bool tight = false)
    {
        BlockWriter.Gap(session, tight);
        var start = session.Out.Length;
        BlockWriter.WriteChildren(session, body, tight);
        if (session.Out.Length > start)
        {
            BlockWriter.Gap(session, tight);
        }
    }

    /// <summary>Layouts are markers, never tables: the columns follow one another.</summary>
    public static void WriteLayout(MarkdownSession session, int node)
    {
        var name = DirectiveTag.StoragePrefix + session.Tree.NameOf(node)[3..].ToString();
        session.Out.Write(DirectiveWriter.Open(name, DirectiveWriter.ElementAttributes(session.Tree, node)));
        WriteBody(session, node, tight: session.Tree.ElementOf(node) != Element.LayoutCell);
        session.Out.Write(DirectiveWriter.Close(name));
    }
}
