// Npm's unmodified client walks a pull request from its branch to the merge.
// usage: node octokit-story.mjs ADDRESS FOLDER-OF-PACKAGES
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';

const [address, modules] = process.argv.slice(2);
const entry = `${modules}/@octokit/rest/dist-src/index.js`;
const { Octokit } = await import(pathToFileURL(entry));
const as = token => new Octokit({ baseUrl: `${address}api/v3`, auth: token, log: { debug() {}, info() {}, warn() {}, error() {} } });
const bot = as('sandbox-bot-token');
const mara = as('sandbox-mara-token');
const where = { owner: 'halden', repo: 'partner-docs' };
const refused = (status, promise) => assert.rejects(promise, error => error.status === status);

assert.equal((await bot.rest.users.getAuthenticated()).data.login, 'docs-bot');
const main = (await bot.rest.git.getRef({ ...where, ref: 'heads/main' })).data.object.sha;
const page = { path: 'content/faq/story.md', mode: '100644', type: 'blob', content: '# Story\n' };
const tree = await bot.rest.git.createTree({ ...where, base_tree: main, tree: [page] });
const commit = await bot.rest.git.createCommit({ ...where, message: 'Tell a story', tree: tree.data.sha, parents: [main] });
await refused(422, bot.rest.git.updateRef({ ...where, ref: 'heads/main', sha: commit.data.sha }));
await bot.rest.git.createRef({ ...where, ref: 'refs/heads/docs/story', sha: commit.data.sha });
const pull = (await bot.rest.pulls.create({ ...where, head: 'docs/story', base: 'main', title: 'A story' })).data;
const pull_number = pull.number;
assert.deepEqual(pull.requested_reviewers.map(user => user.login), ['mara-lind', 'jonas-weber']);
await refused(405, bot.rest.pulls.merge({ ...where, pull_number }));
await refused(422, bot.rest.pulls.createReview({ ...where, pull_number, event: 'APPROVE' }));
await mara.rest.pulls.createReview({ ...where, pull_number, event: 'APPROVE', commit_id: commit.data.sha });
const merged = (await bot.rest.pulls.merge({ ...where, pull_number, sha: commit.data.sha, merge_method: 'squash' })).data;
assert.ok(merged.merged);
const brought = await bot.rest.repos.listPullRequestsAssociatedWithCommit({ ...where, commit_sha: merged.sha });
assert.deepEqual(brought.data.map(one => one.number), [pull_number]);
for (let index = 0; index < 5; index++) await bot.rest.issues.create({ ...where, title: `case ${index}`, labels: ['story: a/b'] });
const cases = await bot.paginate(bot.rest.issues.listForRepo, { ...where, labels: 'story: a/b', per_page: 2 });
assert.equal(cases.length, 5);
assert.equal((await bot.rest.issues.getLabel({ ...where, name: 'story: a/b' })).data.name, 'story: a/b');
const file = (await bot.rest.repos.getContent({ ...where, path: 'content/faq/story.md' })).data;
assert.equal(Buffer.from(file.content, 'base64').toString(), '# Story\n');
console.log('told');
