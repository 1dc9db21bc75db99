// What the screens of the log and of the table of access ask the server.
import { get, queryString, type AccessTable, type AuditList, type Query } from '../api.ts';
import type { AuditSearch } from './addresses.ts';

export const accessTable = (signal?: AbortSignal) => get<AccessTable>('/api/access', signal);

const asked = ({ q, action, from, to, page }: AuditSearch): Query => ({
  ...(q ? { q } : {}),
  ...(action ? { action } : {}),
  ...(from ? { from } : {}),
  ...(to ? { to } : {}),
  ...(page ? { page } : {}),
});

export const auditList = (search: AuditSearch, signal?: AbortSignal) =>
  get<AuditList>(`/api/audit${queryString(asked(search))}`, signal);

export const auditFile = ({ page: _page, ...filter }: AuditSearch): string =>
  `/api/audit/export.csv${queryString(asked(filter))}`;
