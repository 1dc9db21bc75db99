// Where a webhook may lead: not into the house itself. Names are resolved by us, and the connection goes to what was looked at,
// so that a name cannot turn inwards between the look and the call.
import { lookup as resolveName } from 'node:dns/promises';
import { BlockList, isIP, isIPv6 } from 'node:net';

const inside = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  inside.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  // Loopback, and IPv4 as it was once written in IPv6.
  ['::', 96],
  // What carries IPv4 inside: NAT64, 6to4, Teredo.
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['2001::', 32],
  ['100::', 64],
  ['fec0::', 10],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(network, prefix, 'ipv6');
}

/** Loopback, private, link-local and other addresses that lead nowhere outside; also written as IPv6. */
export function isInside(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return isInside(mapped);
  // The hexadecimal way of writing the same: ::ffff:7f00:1.
  if (/^::ffff:/i.test(address)) return true;
  return inside.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}

export interface Reachable {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Names of hosts inside the house that the administrator allows. */
export type Allowed = readonly string[];

/** Null: it must not be called. */
export async function reachable(host: string, allowed: Allowed): Promise<Reachable | null> {
  const bare = host.replace(/^\[|\]$/g, '');
  const found = isIP(bare)
    ? [{ address: bare, family: isIP(bare) }]
    : await resolveName(bare, { all: true, verbatim: true });
  const trusted = allowed.includes(host.toLowerCase());
  const [first] = found;
  if (!first || (!trusted && found.some(({ address }) => isInside(address)))) return null;
  return { address: first.address, family: first.family === 6 ? 6 : 4 };
}
