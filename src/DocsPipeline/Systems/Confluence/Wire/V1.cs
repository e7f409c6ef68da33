using System.Text.Json;

namespace DocsPipeline.Systems.Confluence.Wire;

internal sealed record ListV1<T>(List<T> Results, int? Start, int? Limit, int? Size, LinksV1? _links);

internal sealed record LinksV1(string? Next, string? Webui, string? Download, string? Base);

/// <summary>Data Center gives numeric ids of spaces, Cloud too; nothing else in v1 needs them.</summary>
internal sealed record SpaceV1(JsonElement Id, string Key, string Name, ContentReferenceV1? Homepage);

internal sealed record SpaceReferenceV1(string Key);

internal sealed record ContentReferenceV1(string Id, string? Type = null);

internal sealed record UserV1(string? AccountId, string? UserKey, string? Username, string? DisplayName);

internal sealed record VersionV1(int Number, DateTimeOffset? When, UserV1? By);

internal sealed record StorageV1(string Value, string Representation);

internal sealed record BodyV1(StorageV1? Storage);

internal sealed record ContentV1(
    string Id,
    string Type,
    string? Status,
    string Title,
    SpaceReferenceV1? Space,
    VersionV1? Version,
    List<ContentReferenceV1>? Ancestors,
    BodyV1? Body,
    ExtensionsV1? Extensions,
    MetadataV1? Metadata, HistoryV1? History, ContentReferenceV1? Container, OperationsV1? Restrictions, LinksV1? _links);

internal sealed record HistoryV1(DateTimeOffset? CreatedDate);

internal sealed record ExtensionsV1(
    string? MediaType,
    long? FileSize,
    string? Comment,
    InlinePropertiesV1? InlineProperties,
    ResolutionV1? Resolution,
    JsonElement? Position);

internal sealed record MetadataV1(string? MediaType, string? Comment);

internal sealed record InlinePropertiesV1(string? MarkerRef, string? OriginalSelection);

internal sealed record ResolutionV1(string? Status);

internal sealed record ContentCreateV1(
    string Type, string Title, SpaceReferenceV1? Space, List<ContentReferenceV1>? Ancestors, BodyV1 Body, ContentReferenceV1? Container);

internal sealed record ContentUpdateV1(string Id, string Type, string Status, string Title, BodyV1 Body, VersionUpdateV1 Version);

internal sealed record VersionUpdateV1(int Number, string? Message);

internal sealed record LabelV1(string Prefix, string Name);

internal sealed record PropertyV1(string Id, string Key, JsonElement Value, PropertyVersionV1? Version);

internal sealed record PropertyVersionV1(int Number);

internal sealed record PropertyWriteV1(string Key, JsonElement Value, PropertyVersionV1? Version);

internal sealed record RestrictionV1(string Operation, RestrictedToV1? Restrictions);

internal sealed record OperationsV1(RestrictionV1? Read);

internal sealed record RestrictedToV1(ListV1<JsonElement>? User, ListV1<JsonElement>? Group)
{
    public bool Names => User?.Results is { Count: > 0 } || Group?.Results is { Count: > 0 };
}
