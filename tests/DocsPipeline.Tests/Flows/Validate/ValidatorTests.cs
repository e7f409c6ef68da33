using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Snapshots;
using DocsPipeline.Flows.Validate;
using DocsPipeline.Documents.Rules.Secrets;

namespace DocsPipeline.Tests.Flows.Validate;

public sealed class ValidatorTests
{
    [Fact]
    public void The_sample_content_has_no_errors() =>
        Validator.Check(new ContentSnapshot(Checkout.Files), TimeProvider.System)
            .Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).ShouldBeEmpty();

    [Fact]
    public void A_schema_that_is_no_json_stops_the_run_with_its_own_diagnostic()
    {
        var broken = Checkout.Files.Select(
            file => file.Path == "schemas/kinds/faq-article.schema.json" ? file with { Bytes = "{"u8.ToArray() } : file).ToList();

        Should.Throw<PipelineException>(() => Validator.Check(new ContentSnapshot(broken), TimeProvider.System))
            .Diagnostics.ShouldHaveSingleItem().Code.ShouldBe(Catalogue.Configuration.SchemaIsBroken);
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_a_wrong_command_line()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("n"));

        var refused = await Should.ThrowAsync<PipelineException>(
            () => Validator.RunAsync(new ValidateRequest($"{nowhere}/"), new Progress<string>(), CancellationToken.None));

        (refused.ExitCode, refused.Diagnostics[0].Message).ShouldBe((ExitCode.WrongCommandLine, $"folder {nowhere} does not exist"));
    }

    [Theory]
    [InlineData("password: hunter2-Winter26")]
    [InlineData("| Passwort | Sommer!2026x |")]
    [InlineData("https://bot:s3cr3t-9x@git.halden.example/")]
    [InlineData("AWS AKIAIOSFODNN7ABCDEFG here")]
    [InlineData("Authorization: Bearer abcdef0123456789ABCDEF")]
    public void A_secret_is_found(string text) => SecretDetector.Find("content/a.md", text).ShouldHaveSingleItem();

    [Theory]
    [InlineData("password: at least 12 characters")]
    [InlineData("sftp-host-key: SHA256:u5zTQBO5ZEpJX3SRTZ4Xk1qv8wrP1mHJbD5C2s0Yh1E")]
    [InlineData("token: <your token>")]
    [InlineData("The key of each order is PO123456.")]
    [InlineData("https://halden.example:8443/a@b")]
    public void What_only_talks_about_secrets_is_left_alone(string text) => SecretDetector.Find("content/a.md", text).ShouldBeEmpty();
}
