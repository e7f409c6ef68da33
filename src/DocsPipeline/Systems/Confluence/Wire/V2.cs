using System.Text.Json;

namespace DocsPipeline.Systems.Confluence.Wire;

internal sealed record ListV2<T>(List<T> Results, LinksV2? _links);

internal sealed record LinksV2(string? Next, string? Webui, string? Base);

internal sealed record SpaceV2(string Id, string Key, string Name, string? HomepageId);

internal sealed record VersionV2(int Number, DateTimeOffset? CreatedAt, string? AuthorId);

internal sealed record BodyV2(RepresentationV2? Storage);

internal sealed record RepresentationV2(string Value, string Representation);

internal sealed record PageV2(
    string Id,
    string? SpaceId,
    string Title,
    string Status,
    string? ParentId,
    string? ParentType,
    int? Position,
    VersionV2? Version,
    DateTimeOffset? CreatedAt,
    BodyV2? Body,
    LinksV2? _links);

internal sealed record PageCreateV2(string SpaceId, string Status, string Title, string? ParentId, RepresentationV2 Body);

internal sealed record PageUpdateV2(string Id, string Status, string Title, RepresentationV2 Body, VersionUpdateV2 Version);

internal sealed record VersionUpdateV2(int Number, string? Message);

internal sealed record FolderV2(string Id, string Title, string? ParentId);

internal sealed record LabelV2(string Name, string? Prefix);

internal sealed record AttachmentV2(
    string Id,
    string? PageId,
    string Title,
    string? MediaType,
    long? FileSize,
    string? Comment,
    VersionV2? Version,
    DateTimeOffset? CreatedAt);

internal sealed record AncestorV2(string Id, string Type);

internal sealed record CommentV2(
    string Id, string? PageId, BodyV2? Body, VersionV2? Version, string? ResolutionStatus, InlinePropertiesV2? Properties);

internal sealed record InlinePropertiesV2(string? InlineMarkerRef, string? InlineOriginalSelection);

internal sealed record CommentCreateV2(string PageId, RepresentationV2 Body);

internal sealed record PropertyV2(string Id, string Key, JsonElement Value, VersionV2? Version);

internal sealed record PropertyCreateV2(string Key, JsonElement Value);

internal sealed record PropertyUpdateV2(string Key, JsonElement Value, VersionUpdateV2 Version);

internal sealed record UsersRequestV2(IReadOnlyList<string> AccountIds);

internal sealed record UserV2(string AccountId, string? DisplayName, string? PublicName);
