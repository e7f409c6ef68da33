namespace DocsPipeline.Sandbox.GitHub.Store;

/// <summary>
/// The tables of <c>github.db</c>. Moments are text as GitHub writes them (<c>2026-01-05T09:00:00Z</c>), so they sort and travel as they
/// are.
/// </summary>
internal static class Schema
{
    public const string Create = """
        create table if not exists users(id integer primary key, login text not null unique collate nocase, name text not null, email text,
          type text not null, admin integer not null, token text unique, created_at text not null);
        create table if not exists repositories(id integer primary key, owner text not null collate nocase,
          name text not null collate nocase,
          description text, private integer not null, default_branch text not null, last_number integer not null default 0,
          created_at text not null, updated_at text not null, pushed_at text not null, unique(owner, name));
        create table if not exists collaborators(repository integer not null, user integer not null, permission text not null,
          primary key(repository, user));
        create table if not exists protections(repository integer not null, branch text not null, approvals integer not null,
          code_owners integer not null,
          dismiss_stale integer not null, last_push integer not null, admins integer not null, checks text, primary key(repository,
            branch));
        create table if not exists activities(id integer primary key, repository integer not null, ref text not null, before text not null,
          after text not null,
          kind text not null, actor integer not null, at text not null);
        create table if not exists issues(id integer primary key, repository integer not null, number integer not null,
          is_pull integer not null,
          title text not null, body text, state text not null, state_reason text, user integer not null, created_at text not null,
            updated_at text not null,
          closed_at text, closed_by integer, locked integer not null default 0, lock_reason text, milestone integer, unique(repository,
            number));
        create table if not exists pulls(issue integer primary key, id integer not null unique, head_ref text not null,
          head_sha text not null,
          base_ref text not null, base_sha text not null, draft integer not null, merged_at text, merged_by integer, merge_sha text,
            pusher integer not null);
        create table if not exists review_requests(issue integer not null, user integer not null, primary key(issue, user));
        create table if not exists reviews(id integer primary key, issue integer not null, user integer not null, body text not null,
          state text not null,
          commit_id text not null, submitted_at text);
        create table if not exists review_comments(id integer primary key, issue integer not null, review integer not null,
          user integer not null,
          path text not null, line integer, side text not null, position integer not null, hunk text not null, body text not null,
            commit_id text not null,
          reply_to integer, created_at text not null, updated_at text not null);
        create table if not exists comments(id integer primary key, issue integer not null, user integer not null, body text not null,
          created_at text not null, updated_at text not null);
        create table if not exists labels(id integer primary key, repository integer not null, name text not null collate nocase,
          color text not null,
          description text, is_default integer not null, unique(repository, name));
        create table if not exists issue_labels(issue integer not null, label integer not null, primary key(issue, label));
        create table if not exists assignees(issue integer not null, user integer not null, primary key(issue, user));
        create table if not exists milestones(id integer primary key, repository integer not null, number integer not null,
          title text not null,
          description text, state text not null, creator integer not null, created_at text not null, updated_at text not null,
            closed_at text, due_on text);
        create table if not exists check_runs(id integer primary key, repository integer not null, head_sha text not null,
          name text not null,
          status text not null, conclusion text, external_id text, details_url text, started_at text, completed_at text,
            output text not null);
        create table if not exists statuses(id integer primary key, repository integer not null, sha text not null, state text not null,
          context text not null,
          description text, target_url text, creator integer not null, created_at text not null);
        create table if not exists deployments(id integer primary key, repository integer not null, sha text not null, ref text not null,
          task text not null,
          environment text not null, description text, payload text not null, creator integer not null, transient integer not null,
          production integer not null, created_at text not null, updated_at text not null);
        create table if not exists deployment_statuses(id integer primary key, deployment integer not null, state text not null,
          description text not null,
          environment text not null, environment_url text not null, log_url text not null, creator integer not null,
            created_at text not null);
        create table if not exists teams(id integer primary key, organization integer not null, name text not null,
          slug text not null collate nocase,
          description text, privacy text not null, created_at text not null, unique(organization, slug));
        create table if not exists team_members(team integer not null, user integer not null, role text not null, primary key(team, user));
        create table if not exists environments(id integer primary key, repository integer not null, name text not null collate nocase,
          wait_timer integer not null, prevent_self_review integer not null, reviewers text not null, policy text, created_at text not null,
          updated_at text not null, unique(repository, name));
        create table if not exists sessions(token text primary key, user integer not null, csrf text not null);
        create index if not exists comments_of_issue on comments(issue);
        create index if not exists statuses_of_commit on statuses(repository, sha);
        create index if not exists runs_of_commit on check_runs(repository, head_sha);
        """;

    public static readonly string[] Tables =
    [
        "users", "repositories", "collaborators", "protections", "activities", "issues", "pulls", "review_requests", "reviews",
        "review_comments",
        "comments", "labels", "issue_labels", "assignees", "milestones", "check_runs", "statuses", "deployments", "deployment_statuses",
        "sessions",
        "teams", "team_members", "environments",
    ];
}
