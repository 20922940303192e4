// Keeps the shell of the pages at hand: hashed files for good, the drawings for the next visit, and a
// page that says so when there is no network. Answers about journeys are never kept: they age.
const CACHE = 'toret-1';
const OFFLINE = '/offline';
const KEPT = /^\/(assets\/.*|icons\.svg|logo.*)$/;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.add(OFFLINE)));
  self.skipWaiting();
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((n) => n !== CACHE).map((n) => caches.delete(n)))),
  );
});

self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) {
    return;
  }
  if (KEPT.test(url.pathname)) {
    event.respondWith(kept(event.request));
  } else if (event.request.mode === 'navigate') {
    event.respondWith(fetch(event.request).catch(() => caches.match(OFFLINE)));
  }
});

async function kept(request) {
  const cache = await caches.open(CACHE);
  const found = await cache.match(request);
  if (found && new URL(request.url).pathname.startsWith('/assets/')) {
    return found;
  }
  const fresh = fetch(request).then((answer) => {
    if (answer.ok) {
      cache.put(request, answer.clone());
    }
    return answer;
  });
  if (!found) {
    return fresh;
  }
  fresh.catch(() => {});
  return found;
}
