// Whether a task asks every unit that it names for a plan of its own. Pure.
import { fold } from '../text/fold.ts';

const draws = '(?:xay dung|ban hanh|lap|cu the hoa)';
const plan = '(?:ke hoach|chuong trinh)';
const basedOn = new RegExp(
  `\\b(?:can cu|tren co so|theo|tu)\\b.{0,160}\\b${plan}\\b.{0,200}\\b${draws}\\b.{0,80}\\b${plan}\\b`,
);
const ofTheirOwn = new RegExp(
  `\\b${draws}\\b.{0,60}\\b${plan}\\b.{0,120}\\b(?:trien khai|thuc hien|cu the|cua (?:co quan|don vi|dia phuong|nganh|minh)|tai (?:don vi|dia phuong))\\b`,
);
const themselves = /\b(?:don vi|dia phuong|nganh|co quan)(?:, (?:don vi|dia phuong))? minh\b/;
const together = /^(?:cac|nhung)\b|\bcac (?:co quan|don vi|so|dia phuong|phong)\b|\buy ban nhan dan cac\b/;

/** "Căn cứ Kế hoạch này, các đơn vị xây dựng kế hoạch thực hiện trước ngày …": a proposal, which a person may switch off. */
export function asksForPlans(
  text: string,
  leads: readonly { readonly name: string; readonly many: boolean }[],
): boolean {
  const words = fold(text);
  const many = leads.some((lead) => lead.many || together.test(fold(lead.name)));
  if (basedOn.test(words)) return many || leads.length === 0 || themselves.test(words);
  return ofTheirOwn.test(words) && (many || themselves.test(words));
}
