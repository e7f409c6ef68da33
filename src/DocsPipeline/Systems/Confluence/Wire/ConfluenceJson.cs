using System.Text.Json.Serialization;

namespace DocsPipeline.Systems.Confluence.Wire;

/// <summary>Confluence's JSON, v2 (Cloud) and v1 (Data Center and what v2 lacks). Absent and null mean the same there.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ListV2<SpaceV2>), TypeInfoPropertyName = "Spaces")]
[JsonSerializable(typeof(ListV2<PageV2>), TypeInfoPropertyName = "Pages")]
[JsonSerializable(typeof(ListV2<LabelV2>), TypeInfoPropertyName = "Labels")]
[JsonSerializable(typeof(ListV2<AttachmentV2>), TypeInfoPropertyName = "Attachments")]
[JsonSerializable(typeof(ListV2<CommentV2>), TypeInfoPropertyName = "Comments")]
[JsonSerializable(typeof(ListV2<PropertyV2>), TypeInfoPropertyName = "Properties")]
[JsonSerializable(typeof(ListV2<UserV2>), TypeInfoPropertyName = "Users")]
[JsonSerializable(typeof(ListV2<AncestorV2>), TypeInfoPropertyName = "AncestorList")]
[JsonSerializable(typeof(PageV2))]
[JsonSerializable(typeof(PageCreateV2))]
[JsonSerializable(typeof(PageUpdateV2))]
[JsonSerializable(typeof(FolderV2))]
[JsonSerializable(typeof(CommentV2))]
[JsonSerializable(typeof(CommentCreateV2))]
[JsonSerializable(typeof(PropertyV2))]
[JsonSerializable(typeof(PropertyCreateV2))]
[JsonSerializable(typeof(PropertyUpdateV2))]
[JsonSerializable(typeof(UsersRequestV2))]
[JsonSerializable(typeof(SpaceV1))]
[JsonSerializable(typeof(UserV1))]
[JsonSerializable(typeof(ContentV1))]
[JsonSerializable(typeof(ListV1<ContentV1>), TypeInfoPropertyName = "Contents")]
[JsonSerializable(typeof(ListV1<LabelV1>), TypeInfoPropertyName = "LabelsV1")]
[JsonSerializable(typeof(List<LabelV1>))]
[JsonSerializable(typeof(ContentCreateV1))]
[JsonSerializable(typeof(ContentUpdateV1))]
[JsonSerializable(typeof(PropertyV1))]
[JsonSerializable(typeof(PropertyWriteV1))]
[JsonSerializable(typeof(RestrictionV1))]
internal sealed partial class ConfluenceJson : JsonSerializerContext;
