// What the build adds to Vite's output.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';

const here = (name) => new URL(name, import.meta.url);
const hashOf = (text) => createHash('sha256').update(text).digest('hex').slice(0, 10);

/**
 * The script for a page opened from disk. Named relatively, since an absolute address finds nothing there; as ../assets/, since that is
 * /assets/ from every address that the server gives the page at (/, /calendar, /athletes/x). From dist/index.html it is the folder
 * beside dist/, so the file is written there too.
 */
export function fromDisk() {
  let name = '';
  return {
    name: 'from-disk',
    apply: 'build',
    async buildStart() {
      const source = await readFile(here('from-disk.js'), 'utf8');
      name = `from-disk-${hashOf(source)}.js`;
      this.emitFile({ type: 'asset', fileName: `assets/${name}`, source });
      await rm(here('../assets'), { recursive: true, force: true });
      await mkdir(here('../assets'));
      await writeFile(here(`../assets/${name}`), source);
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html) =>
        html.replace('</head>', `  <script defer src="../assets/${name}"></script>\n  </head>`),
    },
  };
}

/** service-worker.js with the list of all built files. */
export function serviceWorker() {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const built = Object.keys(bundle).filter(
        (file) => file.startsWith('assets/') && !file.includes('from-disk'),
      );
      const files = [...built.sort().map((file) => `/${file}`), '/favicon.svg', '/manifest.webmanifest'];
      const contents = Object.values(bundle).map((file) =>
        'code' in file ? file.code : String(file.source),
      );
      const source = (await readFile(here('service-worker.js'), 'utf8'))
        .replace('__FILES__', JSON.stringify(files))
        .replace('__VERSION__', hashOf(files.join() + contents.join()));
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source });
    },
  };
}
