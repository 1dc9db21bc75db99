// What the workspace knows of this subject.
import type { z } from '@hono/zod-openapi';
import type * as peers from './peer-schema.ts';
import type * as packages from './schema.ts';

export type ExchangePeer = z.infer<typeof peers.peer>;
export type ExchangePeerSent = z.infer<typeof peers.peerSent>;
export type NewExchangePeer = z.infer<typeof peers.newPeer>;
export type ExchangePeerInput = z.input<typeof peers.peerInput>;
export type ExchangePeerChange = z.input<typeof peers.peerChange>;
export type ExchangeMessage = z.infer<typeof packages.message>;
export type ExchangeRecallAnswer = z.input<typeof packages.recallAnswer>;
