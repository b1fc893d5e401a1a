import { defineConfig } from 'vite';
import { mockWorkerForVite } from './scripts/mock-worker.mjs';

export default defineConfig({
  root: 'demo',
  appType: 'mpa',
  plugins: [mockWorkerForVite()],
  server: { host: '127.0.0.1', port: 5173, fs: { allow: ['..'] } },
});
