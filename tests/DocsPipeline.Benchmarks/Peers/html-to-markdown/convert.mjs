// node convert.mjs FOLDER: converts every file of a folder and counts what came out; nothing is written.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { convert } = createRequire(import.meta.url)('@kreuzberg/html-to-markdown-node');
const [folder] = process.argv.slice(2);
const files = readdirSync(folder);
let characters = 0;
for (const file of files) {
  characters += convert(readFileSync(join(folder, file), 'utf8'), { extractMetadata: false }).content.length;
}
console.log(`${files.length} documents, ${characters} characters`);
