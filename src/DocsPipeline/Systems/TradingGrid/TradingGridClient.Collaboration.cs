using System.Text.Json.Serialization.Metadata;
using DocsPipeline.Systems.Http;
using DocsPipeline.Systems.TradingGrid.Wire;

namespace DocsPipeline.Systems.TradingGrid;

public sealed partial class TradingGridClient
{
    public Task<IReadOnlyList<Case>> ListCasesAsync(string community, CancellationToken cancellation) =>
        ListAsync(At(community, "cases"), GridJson.Default.Cases, item => item.Id, cancellation);

    public Task<Case?> FindCaseAsync(string community, string id, CancellationToken cancellation) =>
        FindAsync(At(community, "cases", id), GridJson.Default.Case, cancellation);

    public Task<IReadOnlyList<Incident>> ListIncidentsAsync(string community, CancellationToken cancellation) =>
        ListAsync(At(community, "incidents"), GridJson.Default.Incidents, item => item.Id, cancellation);

    public Task<Incident?> FindIncidentAsync(string community, string id, CancellationToken cancellation) =>
        FindAsync(At(community, "incidents", id), GridJson.Default.Incident, cancellation);

    public Task<IReadOnlyList<TestRun>> ListTestRunsAsync(string community, CancellationToken cancellation) =>
        ListAsync(At(community, "test-runs"), GridJson.Default.TestRuns, item => item.Id, cancellation);

    public Task<TestRun?> FindTestRunAsync(string community, string id, CancellationToken cancellation) =>
        FindAsync(At(community, "test-runs", id), GridJson.Default.TestRun, cancellation);

    public Task<IReadOnlyList<Question>> ListQuestionsAsync(string community, CancellationToken cancellation) =>
        ListAsync(At(community, "questions"), GridJson.Default.Questions, item => item.Id, cancellation);

    public Task<Question?> FindQuestionAsync(string community, string id, CancellationToken cancellation) =>
        FindAsync(At(community, "questions", id), GridJson.Default.Question, cancellation);

    public Task<IReadOnlyList<Feedback>> ListFeedbackAsync(string community, CancellationToken cancellation) =>
        ListAsync(At(community, "feedback"), GridJson.Default.FeedbackItems, item => item.Id, cancellation);

    public Task<Feedback?> FindFeedbackAsync(string community, string id, CancellationToken cancellation) =>
        FindAsync(At(community, "feedback", id), GridJson.Default.Feedback, cancellation);

    public Task<IReadOnlyList<Acknowledgement>> ListAcknowledgementsAsync(string community, CancellationToken cancellation) =>
        ListAsync(At(community, "acknowledgements"), GridJson.Default.Acknowledgements, item => item.Id, cancellation);

    public Task<Acknowledgement?> FindAcknowledgementAsync(string community, string id, CancellationToken cancellation) =>
        FindAsync(At(community, "acknowledgements", id), GridJson.Default.Acknowledgement, cancellation);

    /// <summary>Adds a comment to a case; visibility is <c>internal</c> or <c>partner</c>.</summary>
    public async Task<CaseComment> AddCommentAsync(
        string community, string caseId, string body, string visibility, string idempotencyKey, CancellationToken cancellation, params ExternalRef[] externalRefs)
    {
        var comment = new NewComment(body, visibility, externalRefs.Length > 0 ? externalRefs : null);
        return (await SendAsync(Post(At(community, "cases", caseId, "comments"), comment, GridJson.Default.NewComment, idempotencyKey), cancellation)).Read(GridJson.Default.CaseComment);
    }

    /// <summary>Shows the document that helps on the case, to a partner who can read the document; a second time is a no-op.</summary>
    public async Task<Case> LinkDocumentAsync(string community, string caseId, string externalId, CancellationToken cancellation) =>
        (await SendAsync(new RemoteRequest(HttpMethod.Put, At(community, "cases", caseId, "documents", externalId)), cancellation)).Read(GridJson.Default.Case);

    /// <summary>Answers a question; <c>question_is_answered</c> the second time.</summary>
    public async Task<Question> AnswerAsync(string community, string questionId, string body, string? document, string idempotencyKey, CancellationToken cancellation) =>
        (await SendAsync(Post(At(community, "questions", questionId, "answer"), new NewAnswer(body, document), GridJson.Default.NewAnswer, idempotencyKey), cancellation))
            .Read(GridJson.Default.Question);

    public Task<Case> PutCaseRefAsync(string community, string id, ExternalRef reference, CancellationToken cancellation) =>
        PutRefAsync(At(community, "cases", id), reference, GridJson.Default.Case, cancellation);

    public Task<CaseComment> PutCommentRefAsync(string community, string caseId, string commentId, ExternalRef reference, CancellationToken cancellation) =>
        PutRefAsync(At(community, "cases", caseId, "comments", commentId), reference, GridJson.Default.CaseComment, cancellation);

    public Task<Incident> PutIncidentRefAsync(string community, string id, ExternalRef reference, CancellationToken cancellation) =>
        PutRefAsync(At(community, "incidents", id), reference, GridJson.Default.Incident, cancellation);

    public Task<TestRun> PutTestRunRefAsync(string community, string id, ExternalRef reference, CancellationToken cancellation) =>
        PutRefAsync(At(community, "test-runs", id), reference, GridJson.Default.TestRun, cancellation);

    public Task<Question> PutQuestionRefAsync(string community, string id, ExternalRef reference, CancellationToken cancellation) =>
        PutRefAsync(At(community, "questions", id), reference, GridJson.Default.Question, cancellation);

    public Task<Feedback> PutFeedbackRefAsync(string community, string id, ExternalRef reference, CancellationToken cancellation) =>
        PutRefAsync(At(community, "feedback", id), reference, GridJson.Default.Feedback, cancellation);

    private async Task<T> PutRefAsync<T>(string resource, ExternalRef reference, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        var target = $"{resource}/external-refs/{Uri.EscapeDataString(reference.System)}";
        return (await SendAsync(RemoteRequest.Send(HttpMethod.Put, target, new NewRef(reference.Id, reference.Url), GridJson.Default.NewRef), cancellation)).Read(type);
    }
}
