using DocsPipeline.StorageFormat.Mapping;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>Decisions as a list whose items begin with what became of each: <c>- Decided: we take plan B</c>.</summary>
internal static class DecisionListWriter
{
    public static bool TryWrite(MarkdownSession session, AdfNode list)
    {
        if (list.Type != Decision.List || list.Attributes.Count > 0 || list.Children.Count == 0
            || !list.Children.TrueForAll(item => item.Type == Decision.Item && item.Children.Count == 0
                && item.Attributes is [(Decision.State, { Length: > 0 }, false)]
                && (item.HoldsText || item.Content == 0 || session.Tree.IsEmpty(item.Content))))
        {
            return false;
        }

        var output = session.Out;
        var bullet = ListWriter.IsSecond(session, session.Tree[list.Node].Parent) ? "* " : "- ";
        for (var at = 0; at < list.Children.Count; at++)
        {
            if (at > 0)
            {
                BlockWriter.Gap(session, tight: true);
            }

            var item = list.Children[at];
            var state = item[Decision.State]!;
            session.Open(item.Node, BlockForm.Item);
            output.Write(bullet);
            output.BeginContent();
            var before = output.Push("  ");
            output.Write("<span");
            TagWriter.WriteAttribute(output, Decision.Attribute, state);
            output.Write('>');
            TextRunWriter.Write(output, Decision.WordFor(state), default);
            output.Write("</span> ");
            if (item.Content != 0)
            {
                session.Open(item.Content, BlockForm.Block);
                InlineWriter.WriteChildren(session, item.Content, new InlineContext(OneLine: true));
                session.TrimSpaces();
                session.Close();
            }

            output.Pop(before);
            session.Close();
        }

        return true;
    }
}
