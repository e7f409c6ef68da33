using Cake.Core;
using Cake.Frosting;

namespace DocsPipeline.Tests.Build.Frosting;

/// <summary>The behaviours that tasks rely on; the day Cake.Frosting itself takes over, these must still hold.</summary>
public sealed class CakeHostTests
{
    [Fact]
    public void Returns_zero_on_success()
    {
        var host = new TrialHost().Task<Nothing>();
        host.Run().ShouldBe(0);
        host.Journal.ShouldBe(["default"]);
    }

    [Theory]
    [InlineData("--target=Second")]
    [InlineData("--TARGET", "second")]
    [InlineData("-t", "SECOND")]
    public void Runs_what_the_target_depends_on_first(params string[] args)
    {
        var host = new TrialHost().Task<Second>().Task<First>();
        host.Run(args).ShouldBe(0);
        host.Journal.ShouldBe(["first", "second"]);
    }

    [Fact]
    public void Runs_a_dependee_before_the_task_it_names()
    {
        var host = new TrialHost().Task<First>().Task<BeforeFirst>();
        host.Run("--target=First").ShouldBe(0);
        host.Journal.ShouldBe(["before first", "first"]);
    }

    [Fact]
    public void Runs_each_task_once_however_many_depend_on_it()
    {
        var host = new TrialHost().Task<Group>().Task<Second>().Task<First>();
        host.Run("--target=Group").ShouldBe(0);
        host.Journal.ShouldBe(["first", "second"]);
        host.Report.Entries.Single(entry => entry.TaskName == "Group").ExecutionStatus.ShouldBe(CakeTaskExecutionStatus.Delegated);
    }

    [Fact]
    public void Runs_several_targets_in_the_order_given()
    {
        var host = new TrialHost().Task<First>().Task<Nothing>();
        host.Run("--target=Default", "--target=First").ShouldBe(0);
        host.Journal.ShouldBe(["default", "first"]);
    }

    [Fact]
    public void Runs_the_target_alone_when_it_is_exclusive()
    {
        var host = new TrialHost().Task<Second>().Task<First>();
        host.Run("--target=Second", "--exclusive").ShouldBe(0);
        host.Journal.ShouldBe(["second"]);
    }

    [Fact]
    public void Refuses_a_dependency_that_is_not_a_task()
    {
        var host = new TrialHost().Task<DependsOnText>();
        host.Run("--target=DependsOnText").ShouldBe(1);
        host.Failure!.Message.ShouldBe("DependsOnText depends on String, which is not a task.");
    }

    [Fact]
    public void Refuses_a_target_that_does_not_exist()
    {
        var host = new TrialHost().Task<First>();
        host.Run("--target=Frist").ShouldBe(1);
        host.Failure!.Message.ShouldContain("Frist");
    }

    [Fact]
    public void Keeps_the_exit_code_of_a_failure_and_runs_nothing_after_it()
    {
        var host = new TrialHost().Task<Breaks>().Task<AfterBreaks>();
        host.Run("--target=AfterBreaks").ShouldBe(7);
        host.Failure.ShouldBeOfType<CakeException>().Message.ShouldBe("broken");
        host.Journal.ShouldBe(["finally"]);
    }

    [Fact]
    public void Goes_on_after_a_failure_that_may_be_ignored()
    {
        var host = new TrialHost().Task<BreaksAndGoesOn>().Task<AfterGoingOn>();
        host.Run("--target=AfterGoingOn").ShouldBe(0);
        host.Journal.ShouldBe(["after"]);
    }

    [Fact]
    public void Lets_a_task_recover_from_its_own_failure()
    {
        var host = new TrialHost().Task<Recovers>();
        host.Run("--target=Recovers").ShouldBe(0);
        host.Journal.ShouldBe(["recovered from first", "finally"]);
    }

    [Fact]
    public void Lets_an_asynchronous_task_recover_from_its_own_failure()
    {
        var host = new TrialHost().Task<RecoversLater>();
        host.Run("--target=RecoversLater").ShouldBe(0);
        host.Journal.ShouldBe(["recovered from later"]);
    }

    [Fact]
    public void Calls_the_error_handler_only_after_an_error()
    {
        var host = new TrialHost().Task<Succeeds>();
        host.Run("--target=Succeeds").ShouldBe(0);
        host.Journal.ShouldBe(["ran", "finally"]);
    }

    [Fact]
    public void Shows_why_a_task_was_skipped()
    {
        var host = new TrialHost().Task<NotToday>().Task<AfterNotToday>();
        host.Run("--target=AfterNotToday").ShouldBe(0);
        host.Journal.ShouldBe(["after"]);
        host.Report.Entries.Single(entry => entry.TaskName == "NotToday").SkippedMessage.ShouldBe("it is Sunday");
    }

    [Fact]
    public void Fails_when_the_target_itself_is_skipped() => new TrialHost().Task<NotToday>().Run("--target=NotToday").ShouldBe(1);

    [Fact]
    public void Calls_setup_and_teardown_around_the_run()
    {
        var host = new TrialHost().Task<Nothing>().With(host => host.UseLifetime<RunLifetime>());
        host.Run().ShouldBe(0);
        host.Journal.ShouldBe(["setup Default", "default", "teardown True"]);
    }

    [Fact]
    public void Calls_teardown_after_a_failure_too()
    {
        var host = new TrialHost().Task<Breaks>().With(host => host.UseLifetime<RunLifetime>());
        host.Run("--target=Breaks").ShouldBe(7);
        host.Journal.ShouldBe(["setup Breaks", "finally", "teardown False"]);
    }

    [Fact]
    public void Calls_task_setup_and_teardown_around_each_task()
    {
        var host = new TrialHost().Task<Second>().Task<First>().With(host => host.UseTaskLifetime<TaskLifetime>());
        host.Run("--target=Second").ShouldBe(0);
        host.Journal.ShouldBe(["before First", "first", "after First", "before Second", "second", "after Second"]);
    }

    [Fact]
    public void Gives_tasks_the_target_and_every_other_argument()
    {
        var host = new TrialHost().Task<Reads>();
        host.Run("--target=Reads", "--community=halden-suppliers").ShouldBe(0);
        host.Journal.Single().ShouldStartWith("Reads halden-suppliers ");
    }

    [Fact]
    public void Runs_in_the_registered_working_directory_unless_the_command_line_names_one()
    {
        var registered = Directory.CreateTempSubdirectory("registered-");
        var given = Directory.CreateTempSubdirectory("given-");
        var host = new TrialHost().Task<Reads>().With(host => host.UseWorkingDirectory(registered.FullName));
        host.Run("--target=Reads").ShouldBe(0);
        host.Journal.Single().ShouldEndWith(registered.Name);

        var lost = new TrialHost().Task<Reads>().With(lost => lost.UseWorkingDirectory(registered.FullName));
        lost.Run("--target=Reads", $"--working={registered.FullName}/none").ShouldBe(1);

        var other = new TrialHost().Task<Reads>().With(other => other.UseWorkingDirectory(registered.FullName));
        other.Run("--target=Reads", "--working", given.FullName).ShouldBe(0);
        other.Journal.Single().ShouldEndWith(given.Name);
        registered.Delete();
        given.Delete();
    }

    [Fact]
    public void Refuses_a_task_that_wants_another_context()
    {
        var host = new TrialHost().Task<WantsOwnContext>();
        host.Run("--target=WantsOwnContext").ShouldBe(1);
        host.Failure!.Message.ShouldBe("WantsOwnContext wants a OwnContext, and the context is a FrostingContext.");
    }

    [Fact]
    public void Cancellation_reaches_the_task()
    {
        var host = new TrialHost().Task<WantsOwnContext>().With(host => host.UseContext<OwnContext>());
        host.Run("--target=WantsOwnContext").ShouldBe(1);
        host.Failure.ShouldBeAssignableTo<OperationCanceledException>();
    }

    [Fact]
    public void Runs_no_task_in_a_dry_run()
    {
        var host = new TrialHost().Task<Breaks>();
        host.Run("--target=Breaks", "--dryrun").ShouldBe(0);
        host.Log.Lines.ShouldContain(line => line.Contains("Breaks"));
    }

    [Fact]
    public void Lets_the_command_line_be_read_by_another_and_refused()
    {
        var host = new TrialHost().Task<First>().With(host => host.UseCommandLine(args => args.Select(word => $"--target={word}")));
        host.Run("First").ShouldBe(0);
        host.Journal.ShouldBe(["first"]);

        var refusing = new TrialHost().With(host => host.UseCommandLine(_ => throw new CakeException(64, "no")));
        refusing.Run("First").ShouldBe(64);
    }

    [Fact]
    public void Finds_every_task_class_of_an_assembly_whether_public_or_not()
    {
        typeof(First).IsPublic.ShouldBeFalse();
        FrostingTaskType.IsTask(typeof(First)).ShouldBeTrue();
        FrostingTaskType.IsTask(typeof(FrostingTask)).ShouldBeFalse();
    }
}
