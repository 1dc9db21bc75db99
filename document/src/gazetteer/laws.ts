// Laws that plans commonly rest on, with the time in which they are in force.
import type { LegalBasis } from './legal-basis.ts';
import { act } from './legal-basis.ts';

const LISTS = 'Danh mục văn bản công khai (vanban.chinhphu.vn, pbgdpl.gov.vn)';
const DATED = `${LISTS}; ngày ban hành theo hiểu biết chung`;
const KNOWN = 'Hiểu biết chung, chưa đối chiếu văn bản';
const QH = 'Quốc hội';

export const LAWS: readonly LegalBasis[] = [
  act('29/2018/QH14', '2018-11-15', QH, 'Luật Bảo vệ bí mật nhà nước', ['B', DATED], {
    from: '2020-07-01',
    to: '2026-02-28',
    replacedBy: ['117/2025/QH15'],
  }),
  act('117/2025/QH15', '2025-12-10', QH, 'Luật Bảo vệ bí mật nhà nước', ['B', LISTS], { from: '2026-03-01' }),
  act('103/2016/QH13', '2016-04-05', QH, 'Luật Báo chí', ['B', DATED], {
    from: '2017-01-01',
    to: '2026-06-30',
    replacedBy: ['126/2025/QH15'],
  }),
  act('126/2025/QH15', null, QH, 'Luật Báo chí', ['B', LISTS], { from: '2026-07-01' }),
  act('91/2025/QH15', null, QH, 'Luật Bảo vệ dữ liệu cá nhân', ['B', LISTS], { from: '2026-01-01' }),
  act('116/2025/QH15', null, QH, 'Luật An ninh mạng', ['B', LISTS], { from: '2026-07-01' }),
  act('148/2025/QH15', null, QH, 'Luật Chuyển đổi số', ['B', LISTS], { from: '2026-07-01' }),
  act('11/2003/QH11', '2003-11-26', QH, 'Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân', ['C', KNOWN], {
    from: '2004-07-01',
    to: '2015-12-31',
    replacedBy: ['77/2015/QH13'],
  }),
  act('76/2015/QH13', '2015-06-19', QH, 'Luật Tổ chức Chính phủ', ['C', KNOWN], {
    from: '2016-01-01',
    to: '2025-02-28',
    replacedBy: ['63/2025/QH15'],
  }),
  act('63/2025/QH15', '2025-02-18', QH, 'Luật Tổ chức Chính phủ', ['C', KNOWN], { from: '2025-03-01' }),
  act('77/2015/QH13', '2015-06-19', QH, 'Luật Tổ chức chính quyền địa phương', ['C', KNOWN], {
    from: '2016-01-01',
    to: '2025-02-28',
    replacedBy: ['65/2025/QH15'],
  }),
  act('65/2025/QH15', '2025-02-19', QH, 'Luật Tổ chức chính quyền địa phương', ['C', KNOWN], {
    from: '2025-03-01',
    to: '2025-06-15',
    replacedBy: ['72/2025/QH15'],
  }),
  act('72/2025/QH15', '2025-06-16', QH, 'Luật Tổ chức chính quyền địa phương', ['C', KNOWN], {
    from: '2025-06-16',
  }),
  act('80/2015/QH13', '2015-06-22', QH, 'Luật Ban hành văn bản quy phạm pháp luật', ['C', KNOWN], {
    from: '2016-07-01',
    to: '2025-03-31',
    replacedBy: ['64/2025/QH15'],
  }),
  act('64/2025/QH15', '2025-02-19', QH, 'Luật Ban hành văn bản quy phạm pháp luật', ['C', KNOWN], {
    from: '2025-04-01',
  }),
  act('83/2015/QH13', '2015-06-25', QH, 'Luật Ngân sách nhà nước', ['C', KNOWN], {
    from: '2017-01-01',
    to: '2025-12-31',
    replacedBy: ['89/2025/QH15'],
  }),
  act('89/2025/QH15', '2025-06-25', QH, 'Luật Ngân sách nhà nước', ['C', KNOWN], { from: '2026-01-01' }),
  act('45/2013/QH13', '2013-11-29', QH, 'Luật Đất đai', ['C', KNOWN], {
    from: '2014-07-01',
    to: '2024-07-31',
    replacedBy: ['31/2024/QH15'],
  }),
  act('31/2024/QH15', '2024-01-18', QH, 'Luật Đất đai', ['C', KNOWN], { from: '2024-08-01' }),
  act('43/2013/QH13', '2013-11-26', QH, 'Luật Đấu thầu', ['C', KNOWN], {
    from: '2014-07-01',
    to: '2023-12-31',
    replacedBy: ['22/2023/QH15'],
  }),
  act('22/2023/QH15', '2023-06-23', QH, 'Luật Đấu thầu', ['C', KNOWN], { from: '2024-01-01' }),
  act('39/2019/QH14', '2019-06-13', QH, 'Luật Đầu tư công', ['C', KNOWN], {
    from: '2020-01-01',
    to: '2024-12-31',
    replacedBy: ['58/2024/QH15'],
  }),
  act('58/2024/QH15', '2024-11-29', QH, 'Luật Đầu tư công', ['C', KNOWN], { from: '2025-01-01' }),
  act('38/2013/QH13', '2013-11-16', QH, 'Luật Việc làm', ['C', KNOWN], {
    from: '2015-01-01',
    to: '2025-12-31',
    replacedBy: ['74/2025/QH15'],
  }),
  act('74/2025/QH15', '2025-06-16', QH, 'Luật Việc làm', ['C', KNOWN], { from: '2026-01-01' }),
  act('51/2005/QH11', '2005-11-29', QH, 'Luật Giao dịch điện tử', ['C', KNOWN], {
    from: '2006-03-01',
    to: '2024-06-30',
    replacedBy: ['20/2023/QH15'],
  }),
  act('20/2023/QH15', '2023-06-22', QH, 'Luật Giao dịch điện tử', ['C', KNOWN], { from: '2024-07-01' }),
];
