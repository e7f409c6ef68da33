// Npm's unmodified client, which holds every answer against Atlassian's description, walks a page through its life.
// usage: node confluence-story.mjs ADDRESS FOLDER-OF-PACKAGES
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';

const [address, modules] = process.argv.slice(2);
const { createV1Client, createV2Client } = await import(pathToFileURL(`${modules}/confluence.js/dist/index.js`));
const auth = { type: 'basic', email: 'docs-bot@halden.example', apiToken: 'sandbox-confluence-token' };
const v2 = createV2Client({ host: address.replace(/\/$/, ''), auth });
const v1 = createV1Client({ host: address.replace(/\/$/, ''), auth });
const storage = value => ({ representation: 'storage', value });

const space = (await v2.space.getSpaces({ keys: ['EDI'] })).results[0];
assert.equal(space.key, 'EDI');
const made = await v2.page.createPage({ body: { spaceId: space.id, title: 'A story', status: 'current', body: storage('<p>One.</p>') } });
const page = text => ({ status: 'current', title: 'A story', body: storage(text) });
const edit = (text, number) => v2.page.updatePage({ id: made.id, body: { id: made.id, ...page(text), version: { number } } });
const changed = await edit('<p>Two.</p>', 2);
assert.equal(changed.version.number, 2);
const read = await v2.page.getPageById({ id: made.id, bodyFormat: 'storage' });
assert.match(read.body.storage.value, />Two\.</);
await assert.rejects(edit('<p>Late.</p>', 2), error => error.status === 409);

await v1.contentLabels.addLabelsToContent({ id: made.id, body: [{ prefix: 'global', name: 'story' }] });
assert.deepEqual((await v2.label.getPageLabels({ id: made.id })).results.map(label => label.name), ['story']);
await v2.contentProperties.createPageProperty({ pageId: made.id, key: 'story', value: { told: true } });
assert.deepEqual((await v2.contentProperties.getPageContentProperties({ pageId: made.id, key: 'story' })).results[0].value, { told: true });
const comment = await v2.comment.createFooterComment({ pageId: made.id, body: storage('<p>Well told.</p>') });
assert.deepEqual((await v2.comment.getPageFooterComments({ id: made.id })).results.map(one => one.id), [comment.id]);
const versions = (await v2.version.getPageVersions({ id: made.id })).results;
assert.deepEqual(versions.map(version => version.number), [2, 1]);
const titles = [0, 1, 2, 3, 4].map(index => `Chapter ${index}`);
for (const title of titles) {
  await v2.page.createPage({ body: { spaceId: space.id, parentId: made.id, title, status: 'current', body: storage('<p/>') } });
}

const chapters = [];
for (let cursor; cursor !== null;) {
  const part = await v2.children.getChildPages({ id: made.id, limit: 2, cursor });
  chapters.push(...part.results.map(one => one.title));
  cursor = part._links?.next ? new URL(part._links.next, address).searchParams.get('cursor') : null;
}

assert.deepEqual(chapters.sort(), titles);
const found = await v1.search.searchByCQL({ cql: 'label = "story"' });
assert.equal(found.results.length, 1);
await v2.page.deletePage({ id: made.id });
console.log('told');
