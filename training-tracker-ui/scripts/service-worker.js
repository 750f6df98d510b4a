// Keeps the built files, so that the page opens while the server is away. What the API answered is not its business: the
// page keeps that itself. VERSION and FILES are filled in by the build.
const VERSION = '__VERSION__';
const FILES = __FILES__;
const CACHE = `training-tracker-${VERSION}`;

async function install() {
  const cache = await caches.open(CACHE);
  await cache.addAll(FILES);
  // The address of the page answers JSON to whoever does not ask for HTML.
  const page = await fetch('/', { headers: { Accept: 'text/html' }, cache: 'no-cache' });
  if (!page.ok) throw new Error(`the page answered ${page.status}`);
  await cache.put('/', page);
  await self.skipWaiting();
}

async function activate() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function page(request) {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await caches.match('/');
    if (kept) return kept;
    throw error;
  }
}

async function file(request) {
  return (await caches.match(request)) ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate' && !/^\/(docs|v1)\b/.test(url.pathname)) event.respondWith(page(request));
  else if (FILES.includes(url.pathname)) event.respondWith(file(request));
});
