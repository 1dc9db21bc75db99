// From where a request came and whether its line is encrypted; proxies in front are believed only if they are ours.
import { BlockList, isIP } from 'node:net';
import type { Context } from 'hono';
import type { Env } from './api.ts';
import type { Line } from '../accounts/sessions.ts';

export type Proxies = (address: string) => boolean;

const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, '');

/** From "10.0.0.4, 10.1.0.0/16, fd00::/8"; throws on anything else. */
export function proxiesFrom(list: readonly string[]): Proxies {
  const known = new BlockList();
  for (const each of list) {
    const [address = '', bits] = each.split('/');
    const version = isIP(address);
    if (version === 0) throw new Error(`"${each}" is no address.`);
    const type = version === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) known.addAddress(address, type);
    else known.addSubnet(address, Number(bits), type);
  }
  return (address) => {
    const version = isIP(address);
    return version !== 0 && known.check(address, version === 6 ? 'ipv6' : 'ipv4');
  };
}

/** Proxies append to the list: the last entry that is no proxy of ours is who asked. */
export function lineOf(c: Context<Env>, isProxy: Proxies): Line {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const peer = incoming?.socket?.remoteAddress;
  if (peer === undefined) return { address: null, secure: false };
  const near = plain(peer);
  if (!isProxy(near)) return { address: near, secure: false };
  const hops = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map(plain)
    .filter((each) => isIP(each) > 0);
  const address = hops.findLast((each) => !isProxy(each)) ?? near;
  const protocol = c.req.header('x-forwarded-proto')?.split(',').at(-1)?.trim().toLowerCase();
  return { address, secure: protocol === 'https' };
}
