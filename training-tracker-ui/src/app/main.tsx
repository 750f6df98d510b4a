import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { makeQueryClient } from '@/api/queryClient';
import { ToastProvider } from '@/components/Toast';
import { applyPreferences } from '@/preferences/apply';
import { App } from './App';
import './theme.css';
import './base.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

await applyPreferences();
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={makeQueryClient()}>
      <ToastProvider>
        <App />
      </ToastProvider>
    </QueryClientProvider>
  </StrictMode>,
);
