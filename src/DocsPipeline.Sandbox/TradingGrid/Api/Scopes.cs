namespace DocsPipeline.Sandbox.TradingGrid.Api;

/// <summary>What a token can be good for.</summary>
internal static class Scopes
{
    public const string CommunityRead = "community.read";
    public const string DocumentsRead = "documents.read";
    public const string DocumentsWrite = "documents.write";
    public const string CollaborationRead = "collaboration.read";
    public const string CollaborationWrite = "collaboration.write";
    public const string DeskManage = "desk.manage";
    public const string EventsRead = "events.read";

    public static IReadOnlyList<string> Pipeline { get; } =
        [CommunityRead, DocumentsRead, DocumentsWrite, CollaborationRead, CollaborationWrite, EventsRead];

    public static IReadOnlyList<string> Desk { get; } = [
        CommunityRead, DocumentsRead, CollaborationRead, CollaborationWrite, DeskManage, EventsRead];
}
