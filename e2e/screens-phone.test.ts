import { walkScreens } from './walk.ts';

walkScreens({ width: 390, height: 844, language: 'en' });
