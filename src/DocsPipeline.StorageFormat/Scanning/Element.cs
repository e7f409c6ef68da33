namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>The elements that conversion treats by name; every other one is <see cref="Other"/>.</summary>
internal enum Element : byte
{
    None,
    Other,
    P, H1, H2, H3, H4, H5, H6, Ul, Ol, Li, Blockquote, Hr, Br, Pre, Div, Span, A, Time,
    Table, Thead, Tbody, Tfoot, Tr, Th, Td, Colgroup, Col, Dl, Dt, Dd,
    Strong, Em, Code, Del, B, I, U, S, Ins, Sub, Sup, Small, Big, Cite, Q, Abbr, Kbd, Samp, Var, Tt, Strike, Mark, Dfn, Bdo,
    Font, Center, Address,
    Macro, StructuredMacro, Parameter, DefaultParameter, RichTextBody, PlainTextBody,
    Link, LinkBody, PlainTextLinkBody, Image, Caption, AdfMark, Emoticon, InlineCommentMarker,
    Layout, LayoutSection, LayoutCell, TaskList, Task, TaskId, TaskUuid, TaskStatus, TaskBody,
    AdfExtension, AdfNode, AdfAttribute, AdfContent, AdfFallback, Placeholder,
    Page, BlogPost, Attachment, User, Space, Url, Shortcut, ContentEntity,
}
