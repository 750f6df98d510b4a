import type { Plugin } from 'vite';

export function fromDisk(): Plugin;
export function serviceWorker(): Plugin;
