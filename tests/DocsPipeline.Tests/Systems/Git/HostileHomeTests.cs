using System.Diagnostics;
using System.Text;
using DocsPipeline.Systems.Git;
using DocsPipeline.Tests.Build.Scripts;
using DocsPipeline.Tests.Sandbox.GitHub;

namespace DocsPipeline.Tests.Systems.Git;

/// <summary>Whoever runs us may have configured git in any way, and the clone's folder may belong to anybody.</summary>
public sealed class HostileHomeTests(RunningGitHub github) : IClassFixture<RunningGitHub>
{
    private const string Path = "content/faq/lines.csv";
    private const string Text = "one\r\ntwo\nthree\r\n";

    private readonly GitClones clones = new(github);
    private readonly string folder = github.Folder($"clones/{Guid.NewGuid():N}");
    private readonly string home = github.Folder($"homes/{Guid.NewGuid():N}");

    [Fact]
    public async Task Nothing_that_a_person_configured_for_git_is_heeded()
    {
        await ConfigureAsync();

        await FetchAndPushAsync("from-a-hostile-home");

        Directory.EnumerateFiles(home, "sprung-*").ShouldBeEmpty();
    }

    [OwnerFact]
    public async Task A_clone_that_belongs_to_another_user_is_used()
    {
        await clones.OpenAsync(folder);
        using (var change = Process.Start("chown", ["-R", "12345:12345", folder]))
        {
            await change.WaitForExitAsync();
            change.ExitCode.ShouldBe(0);
        }

        await ConfigureAsync();

        await FetchAndPushAsync("from-a-foreign-folder");
    }

    [Theory]
    [InlineData("docspipeline.lock/x")]
    [InlineData("config/x")]
    [InlineData("")]
    public async Task A_folder_that_cannot_be_used_is_one_diagnostic(string taken)
    {
        var place = System.IO.Path.Combine(folder, "clone.git");
        if (taken.Length == 0)
        {
            await File.WriteAllTextAsync(place, "a file");
        }
        else
        {
            Directory.CreateDirectory(System.IO.Path.Combine(place, taken));
        }

        var fault = await Should.ThrowAsync<GitException>(clones.OpenAsync(place));

        fault.Diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0908");
        fault.Reason.ShouldContain(place);
    }

    private async Task FetchAndPushAsync(string branch)
    {
        var start = FreshProcess.Start(folder, clones.Remote.Url.AbsoluteUri, "sandbox-bot-token", branch, Path, Text);
        start.Environment["HOME"] = start.Environment["USERPROFILE"] = home;
        start.Environment["XDG_CONFIG_HOME"] = System.IO.Path.Combine(home, "xdg");
        start.Environment["GIT_CONFIG_GLOBAL"] = System.IO.Path.Combine(home, ".gitconfig");

        var run = await ScriptRun.OfAsync(start);

        run.Error.ShouldBe("");
        run.Output.Trim().ShouldBe($"pushed True, read {Convert.ToHexString(Encoding.UTF8.GetBytes(Text))}, heeded []");
        (await clones.ServerAsync("cat-file", "-s", $"{branch}:{Path}")).ShouldBe($"{Text.Length}");
    }

    // Whatever runs leaves a file behind; whatever is believed leads to a port where nobody answers.
    private async Task ConfigureAsync()
    {
        var trap = System.IO.Path.Combine(home, "trap");
        await File.WriteAllTextAsync(trap, $"#!/bin/sh\ntouch '{home}/sprung-'$$\nexit 1\n");
        foreach (var hook in new[] { "pre-push", "pre-commit", "post-commit", "commit-msg", "reference-transaction", "post-index-change" })
        {
            File.Copy(trap, System.IO.Path.Combine(Directory.CreateDirectory(System.IO.Path.Combine(home, "hooks")).FullName, hook));
        }

        if (!OperatingSystem.IsWindows())
        {
            foreach (var program in Directory.EnumerateFiles(home, "*", SearchOption.AllDirectories))
            {
                File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }

        var attributes = System.IO.Path.Combine(home, "attributes");
        await File.WriteAllTextAsync(attributes, "* text eol=crlf filter=trap\n");
        var configuration = $"""
            [core]
            hooksPath = {home}/hooks
            fsmonitor = {trap}
            sshCommand = {trap}
            attributesFile = {attributes}
            autocrlf = true
            safecrlf = true
            [url "http://127.0.0.1:9/"]
            insteadOf = {github.Address}
            pushInsteadOf = {github.Address}
            [http]
            proxy = http://127.0.0.1:9/
            extraHeader = Authorization: Basic bm9ib2R5
            [credential]
            helper = !{trap}
            [filter "trap"]
            clean = {trap}
            smudge = {trap}
            process = {trap}
            required = true
            [safe]
            directory = /nowhere
            [remote "origin"]
            url = http://127.0.0.1:9/
            pushurl = http://127.0.0.1:9/
            mirror = true
            [extensions]
            objectFormat = sha256
            """;
        await File.WriteAllTextAsync(System.IO.Path.Combine(home, ".gitconfig"), configuration);
        var other = Directory.CreateDirectory(System.IO.Path.Combine(home, "xdg", "git")).FullName;
        await File.WriteAllTextAsync(System.IO.Path.Combine(other, "config"), configuration);
    }

    /// <summary>A test that gives files to another user, which the administrator alone may; elsewhere it is skipped, and says so.</summary>
    private sealed class OwnerFactAttribute : FactAttribute
    {
        public OwnerFactAttribute()
        {
            if (OperatingSystem.IsWindows() || Environment.UserName != "root")
            {
                Skip = "SKIPPED, NOT PROVED: only root can give a folder to another user.";
            }
        }
    }
}
