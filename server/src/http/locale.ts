// The reader's language: what they chose (cookie `locale`), else what their browser asks for, else Vietnamese.

export type Locale = 'vi' | 'en';

interface Asked {
  readonly cookie: string | undefined;
  readonly acceptLanguage: string | undefined;
}

export function localeOf({ cookie, acceptLanguage }: Asked): Locale {
  const chosen = /(?:^|;\s*)locale=(vi|en)\b/.exec(cookie ?? '')?.[1];
  if (chosen === 'vi' || chosen === 'en') return chosen;
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((each) => /^\s*q=([\d.]+)/.exec(each)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ language, weight }) => (language === 'vi' || language === 'en') && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  return wanted[0]?.language === 'en' ? 'en' : 'vi';
}
