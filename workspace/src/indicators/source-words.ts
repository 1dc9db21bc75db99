// What rules of roll-up and comparisons of formulas are called.
import type { FormulaFilter, RollupRule } from '@nhipcau/server/contract';
import type { Message } from '../language/words.ts';

export const ruleWords: Readonly<Record<RollupRule, Message>> = {
  sum: 'Cộng các đơn vị và các kỳ',
  last: 'Cộng các đơn vị, lấy số của kỳ mới nhất',
  average: 'Bình quân theo trọng số',
  distinct: 'Đếm không trùng theo tên',
};
export const rules = Object.keys(ruleWords) as RollupRule[];

export const comparisonWords: Readonly<Record<FormulaFilter['is'], Message>> = {
  in: 'là',
  'not-in': 'không phải là',
  'at-least': 'từ',
  'at-most': 'đến',
  known: 'có ghi',
  unknown: 'không ghi',
  contains: 'có chứa',
  'in-window': 'nằm trong kỳ số liệu',
  'until-window-end': 'không sau ngày chốt số liệu',
};
