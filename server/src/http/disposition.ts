// The header that names a download: RFC 6266, with Vietnamese names in `filename*` and a plain one for the oldest clients.
import { fold } from '../text/fold.ts';

export function attachment(name: string, inline = false): string {
  const plain =
    fold(name)
      .replace(/[^a-z0-9._-]+/g, '-')
      .replace(/^[-.]+/, '') || 'tep';
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
