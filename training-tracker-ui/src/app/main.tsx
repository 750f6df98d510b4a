import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keys } from '@/api/keys';
import { persistOptions } from '@/api/persist';
import { makeQueryClient } from '@/api/queryClient';
import { ToastProvider } from '@/components/Toast';
import { applyPreferences } from '@/preferences/apply';
import { App } from './App';
import './theme.css';
import './base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const client = makeQueryClient();
// What was kept is shown at once, and asked for anew.
const askAnew = () => client.invalidateQueries({ queryKey: keys.store });

await applyPreferences();
createRoot(root).render(
  <StrictMode>
    <PersistQueryClientProvider client={client} persistOptions={persistOptions} onSuccess={askAnew}>
      <ToastProvider>
        <App />
      </ToastProvider>
    </PersistQueryClientProvider>
  </StrictMode>,
);

// Reading while the server is away; browsers allow it on localhost and HTTPS only.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  addEventListener(
    'load',
    () => void navigator.serviceWorker.register('/service-worker.js').catch(() => undefined),
  );
}
