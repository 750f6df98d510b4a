import { expect, it } from 'vitest';
import { namespaces as german } from './de';
import { en } from './en';
import { namespaces as dutch } from './nl';

type Words = { [key: string]: string | Words };

/** Every key with the names that are filled in, as in "offline.shown {{when}}". */
function keysOf(words: Words, before = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[before + key, ...(value.match(/{{\w+}}/g) ?? []).sort()].join(' ')]
      : keysOf(value, `${before}${key}.`),
  );
}

const english: Words = en;

it.each([
  ['German', german],
  ['Dutch', dutch],
])('%s has every word that English has, and no other', (_name, files) => {
  const found = Object.entries(files).map(([path, words]) => [
    path.slice('./'.length, -'.json'.length),
    words,
  ]);
  const keys = keysOf(Object.fromEntries(found) as Words);
  expect(keys.sort()).toEqual(keysOf(english).sort());
});
