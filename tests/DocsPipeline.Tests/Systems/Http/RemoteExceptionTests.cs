using DocsPipeline.Diagnostics;
using DocsPipeline.Systems.Http;

namespace DocsPipeline.Tests.Systems.Http;

public sealed class RemoteExceptionTests
{
    [Theory]
    [InlineData(401, "check the credentials of Confluence: it does not know them, or they have expired")]
    [InlineData(403, "the account that Confluence sees here lacks a permission, or the rate limit is spent")]
    [InlineData(404, null)]
    public void Tells_who_refused_what_and_what_can_be_done(int status, string? help)
    {
        var refusal = new RemoteException("Confluence", "GET", "api/v2/pages/1", status, "code", "Not for you.", "t-1");

        refusal.ExitCode.ShouldBe(ExitCode.Errors);
        var told = refusal.Diagnostics.ShouldHaveSingleItem();
        (told.Code, told.Code.Id, told.Path).ShouldBe((Catalogue.Systems.SystemRefused, "DOC0904", "Confluence"));
        told.Message.ShouldBe($"Confluence answered {status}: Not for you.");
        told.Notes.ShouldBe(["GET api/v2/pages/1", "trace id t-1"]);
        told.Help.ShouldBe(help);
    }

    [Fact]
    public void Has_no_trace_where_the_system_gives_none() =>
        new RemoteException("Confluence", "GET", "api/v2/pages/1", 404, "code", "Gone.").Diagnostics[0].Notes
            .ShouldBe(["GET api/v2/pages/1"]);
}
