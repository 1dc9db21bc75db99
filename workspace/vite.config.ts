import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { wordsPlugin } from './words-plugin.ts';

const server = process.env['NHIPCAU_SERVER'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), wordsPlugin()],
  server: {
    // The server compares a request's origin with its host.
    proxy: { '/api': { target: server, changeOrigin: false } },
  },
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 600 },
});
