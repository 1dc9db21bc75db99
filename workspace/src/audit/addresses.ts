// What the addresses of the log and of the table of access say.

export interface AuditSearch {
  readonly q?: string;
  readonly action?: string;
  readonly from?: string;
  readonly to?: string;
  readonly page?: number;
}

const text = (raw: unknown, pattern: RegExp): string | undefined =>
  raw !== undefined && pattern.test(String(raw)) ? String(raw) : undefined;

const isoDay = /^\d{4}-\d\d-\d\d$/;

export function readAuditSearch(raw: Record<string, unknown>): AuditSearch {
  const q = text(raw['q'], /^.{1,200}$/);
  const action = text(raw['action'], /^[\w.-]{1,100}$/);
  const [from, to] = [text(raw['from'], isoDay), text(raw['to'], isoDay)];
  const page = Number(raw['page']);
  return {
    ...(q ? { q } : {}),
    ...(action ? { action } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(Number.isInteger(page) && page > 1 ? { page } : {}),
  };
}

export interface AccessSearch {
  readonly role?: string;
  readonly q?: string;
}

export function readAccessSearch(raw: Record<string, unknown>): AccessSearch {
  const role = text(raw['role'], /^[a-z]{1,30}$/);
  const q = text(raw['q'], /^.{1,100}$/);
  return { ...(role ? { role } : {}), ...(q ? { q } : {}) };
}
