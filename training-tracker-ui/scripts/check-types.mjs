// Fails when src/api/schema.d.ts is not what ../src/api/openapi.json gives today.
import { readFile } from 'node:fs/promises';
import openapiTS, { astToString } from 'openapi-typescript';

const document = JSON.parse(await readFile(new URL('../../src/api/openapi.json', import.meta.url), 'utf8'));
const fresh = astToString(await openapiTS(document)).trim();
const stored = await readFile(new URL('../src/api/schema.d.ts', import.meta.url), 'utf8');
// The command line puts a comment of its own before the types.
if (
  stored.slice(stored.indexOf('export interface paths')).trim() !==
  fresh.slice(fresh.indexOf('export interface paths'))
) {
  console.error('src/api/schema.d.ts is stale: npm run types');
  process.exit(1);
}
