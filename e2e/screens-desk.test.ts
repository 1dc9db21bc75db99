import { walkScreens } from './walk.ts';

walkScreens({ width: 1440, height: 900, language: 'vi' });
