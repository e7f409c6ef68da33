using System.Text.Json.Serialization;

namespace DocsPipeline.Systems.GitHub.Wire;

/// <summary>GitHub's JSON: snake case, null where it does not know, new properties at any time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(MembershipPayload))]
[JsonSerializable(typeof(LabelPayload))]
[JsonSerializable(typeof(PullPayload))]
[JsonSerializable(typeof(List<PullPayload>))]
[JsonSerializable(typeof(List<ReviewPayload>))]
[JsonSerializable(typeof(List<CommitPayload>))]
[JsonSerializable(typeof(IssuePayload))]
[JsonSerializable(typeof(List<IssuePayload>))]
[JsonSerializable(typeof(List<LabelPayload>))]
[JsonSerializable(typeof(PullCreateRequest))]
[JsonSerializable(typeof(PullUpdateRequest))]
[JsonSerializable(typeof(IssueCreateRequest))]
[JsonSerializable(typeof(IssueUpdateRequest))]
internal sealed partial class GitHubJson : JsonSerializerContext;
