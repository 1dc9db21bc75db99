import { expect, test } from 'vitest';
import { asksForPlans } from './own-plan-words.ts';

const all = [{ name: 'các sở, ban, ngành', many: true }];
const one = [{ name: 'Sở Ngoại vụ', many: false }];

test('a plan of their own is asked for where the text says so to several', () => {
  for (const text of [
    'Căn cứ Kế hoạch này, các sở, ban, ngành, UBND các xã, phường xây dựng kế hoạch thực hiện trước ngày 15/3/2026',
    'Trên cơ sở nội dung Kế hoạch này, chủ động xây dựng và ban hành kế hoạch triển khai của đơn vị mình',
    'Xây dựng kế hoạch thực hiện hằng năm, gửi về Sở Văn hóa, Thể thao và Du lịch',
  ]) {
    expect([text, asksForPlans(text, all)]).toEqual([text, true]);
  }
});

test('a plan that one agency draws up as its task is a task like any other', () => {
  for (const text of [
    'Xây dựng kế hoạch tổ chức hội nghị quảng bá du lịch',
    'Căn cứ Kế hoạch của Chính phủ, tham mưu UBND tỉnh xây dựng kế hoạch năm 2026',
    'Đón đoàn phóng viên nước ngoài theo kế hoạch',
  ]) {
    expect([text, asksForPlans(text, one)]).toEqual([text, false]);
  }
  expect(asksForPlans('Theo dõi, đôn đốc việc thực hiện Kế hoạch', all)).toBe(false);
});
