// What is wrong with one field of a request, in the reader's language; the validator's own words are meant for programmers.
import type { z } from '@hono/zod-openapi';
import type { Locale } from './locale.ts';

type Issue = z.core.$ZodIssue;
type Said = readonly [vi: string, en: string];

const kinds: Readonly<Record<string, Said>> = {
  number: ['một số', 'a number'],
  int: ['một số nguyên', 'a whole number'],
  string: ['chữ', 'text'],
  boolean: ['đúng hoặc sai', 'true or false'],
  array: ['một danh sách', 'a list'],
  object: ['một nhóm trường', 'a group of fields'],
  record: ['một nhóm trường', 'a group of fields'],
};

const formats: Readonly<Record<string, Said>> = {
  date: ['không phải một ngày viết theo năm-tháng-ngày (2026-12-31)', 'is not a day as 2026-12-31'],
  datetime: [
    'không phải một thời điểm (2026-12-31T08:00:00+07:00)',
    'is not a time as 2026-12-31T08:00:00+07:00',
  ],
  email: ['không phải địa chỉ thư điện tử', 'is not an e-mail address'],
  url: ['không phải địa chỉ web được nhận', 'is not a web address that is taken'],
};

const what = (origin: string): 'text' | 'list' | 'number' =>
  origin === 'string' ? 'text' : origin === 'array' || origin === 'set' ? 'list' : 'number';

function large({ origin, maximum, inclusive = true }: Extract<Issue, { code: 'too_big' }>): Said {
  const said: Readonly<Record<ReturnType<typeof what>, Said>> = {
    text: [`dài quá ${maximum} ký tự`, `is longer than ${maximum} characters`],
    list: [`nhiều quá ${maximum} mục`, `has more than ${maximum} items`],
    number: inclusive
      ? [`lớn hơn mức cao nhất được nhận (${maximum})`, `is above the highest that is taken (${maximum})`]
      : [`phải nhỏ hơn ${maximum}`, `must be below ${maximum}`],
  };
  return said[what(origin)];
}

function small({ origin, minimum, inclusive = true }: Extract<Issue, { code: 'too_small' }>): Said {
  const said: Readonly<Record<ReturnType<typeof what>, Said>> = {
    text:
      Number(minimum) <= 1
        ? ['để trống', 'is empty']
        : [`ngắn hơn ${minimum} ký tự`, `is shorter than ${minimum} characters`],
    list:
      Number(minimum) <= 1
        ? ['chưa có mục nào', 'has no items']
        : [`ít hơn ${minimum} mục`, `has fewer than ${minimum} items`],
    number: inclusive
      ? [`nhỏ hơn mức thấp nhất được nhận (${minimum})`, `is below the lowest that is taken (${minimum})`]
      : [`phải lớn hơn ${minimum}`, `must be above ${minimum}`],
  };
  return said[what(origin)];
}

const short = (value: unknown): string => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};

function kindOf({ expected }: Extract<Issue, { code: 'invalid_type' }>, input: unknown): Said {
  const [vi, en] = kinds[expected] ?? kinds['object'] ?? ['', ''];
  if (input === undefined) return ['chưa có', 'is missing'];
  if (input === null) return [`để trống, cần là ${vi}`, `is empty, it must be ${en}`];
  if (typeof input === 'object') return [`cần là ${vi}`, `must be ${en}`];
  return [`cần là ${vi}, không phải “${short(input)}”`, `must be ${en}, not “${short(input)}”`];
}

const invalid: Said = ['không hợp lệ', 'is not valid'];

/** For a schema's own `refine`: what the field must be, in both languages. */
export const ruleOf = (vi: string, en: string): { readonly params: { readonly rule: Said } } => ({
  params: { rule: [vi, en] },
});

function said(issue: Issue, input: unknown): Said {
  switch (issue.code) {
    case 'invalid_type':
      return kindOf(issue, input);
    case 'invalid_value': {
      const list = issue.values.map(String).join(', ');
      return [`chỉ nhận: ${list}`, `must be one of: ${list}`];
    }
    case 'too_big':
      return large(issue);
    case 'too_small':
      return small(issue);
    case 'invalid_format':
      return formats[issue.format] ?? ['không đúng dạng', 'is not in the form that is asked for'];
    case 'not_multiple_of':
      return [`phải là bội số của ${issue.divisor}`, `must be a multiple of ${issue.divisor}`];
    case 'unrecognized_keys':
      return [
        `có trường không được nhận: ${issue.keys.join(', ')}`,
        `has fields that are not known: ${issue.keys.join(', ')}`,
      ];
    case 'invalid_union':
      return ['không khớp với dạng nào được nhận', 'fits none of the forms that are taken'];
    case 'custom':
      return (issue.params as { readonly rule?: Said } | undefined)?.rule ?? invalid;
    default:
      return invalid;
  }
}

/** What stands at the path of the issue. */
function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null ? (found as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

/** `sent`: all that was sent, in which the issue's path leads to the field. */
export const fieldWords = (issue: Issue, sent: unknown, locale: Locale): string =>
  said(issue, at(sent, issue.path))[locale === 'vi' ? 0 : 1];
