import { localStorageColorSchemeManager } from '@mantine/core';

/** The same key as in public/scheme.js, which reads it before the first paint. */
export const schemeStore = localStorageColorSchemeManager({ key: 'nhipcau-scheme' });
