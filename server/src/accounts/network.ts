// Who counts as one when tries are counted by address.
import { isIPv6 } from 'node:net';

/** A house has one address of IPv4, but 2^64 of IPv6: the first half names it. */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  const groups = (text: string | undefined) => (text ?? '').split(':').filter(Boolean);
  const [head, tail] = plain.split('::');
  const [left, right] = [groups(head), groups(tail)];
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0');
  const all = [...left, ...zeros, ...right].slice(0, 4);
  return `${all.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
