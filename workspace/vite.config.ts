import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { wordsPlugin } from './words-plugin.ts';

const server = process.env['NHIPCAU_SERVER'] ?? 'http://localhost:3000';

export default defineConfig({
  plugins: [react(), wordsPlugin()],
  server: { proxy: { '/api': server } },
  build: { outDir: 'dist', emptyOutDir: true, chunkSizeWarningLimit: 600 },
});
