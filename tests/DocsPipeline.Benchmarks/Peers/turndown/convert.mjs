// node convert.mjs FOLDER COUNT: converts the first files of a folder and counts what came out; nothing is written.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import TurndownService from 'turndown';
import { gfm } from 'turndown-plugin-gfm';

const [folder, count] = process.argv.slice(2);
const service = new TurndownService({ headingStyle: 'atx', codeBlockStyle: 'fenced' });
service.use(gfm);
let characters = 0;
for (const file of readdirSync(folder).sort().slice(0, Number(count))) {
  characters += service.turndown(readFileSync(join(folder, file), 'utf8')).length;
}
console.log(`${count} documents, ${characters} characters`);
