/** Every namespace of this language, in one chunk. */
export const namespaces = import.meta.glob<Record<string, unknown>>('./*.json', {
  eager: true,
  import: 'default',
});
