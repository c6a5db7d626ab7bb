import type { Pod } from '../../../kubernetes/kinds/pod/pod';
import type { KubeObject } from '../../../kubernetes/object';
import { ApiError } from '../../../kubernetes/refusals';
import { Inconclusive } from '../../../port/inconclusive';
import type { Answer, Call, Connection } from '../connection/connection';

/** How a request is answered; an error that is returned is thrown. */
export type Reply = (call: Call) => object | Error;

/** A connection whose answers a test gives, one after the other. What was sent is kept. */
export class Scripted implements Connection {
  readonly server = 'http://test';
  readonly latency = 1;
  readonly skew = 0;
  readonly sent: Call[] = [];
  readonly replies: Reply[];

  constructor(...replies: readonly Reply[]) {
    this.replies = [...replies];
  }

  earliest(): number {
    return this.now();
  }

  now(): number {
    return 0;
  }

  async send(call: Call): Promise<Answer> {
    this.sent.push(call);
    const reply = this.replies.shift();
    if (!reply)
      throw new ApiError({ code: 405, reason: 'MethodNotAllowed', message: `${call.method} ${call.path}` });
    const body = reply(call);
    if (body instanceof Error) throw body;
    return { code: 200, body, warnings: [] };
  }

  listen(): never {
    throw new Error('Nothing is watched here.');
  }

  close(): void {
    this.replies.length = 0;
  }
}

export const refused = (reason: string, code: number) => (): Error =>
  new ApiError({ code, reason, message: reason });

export const lost = (): Error => new Inconclusive('The reply was lost.');

/** Stores what is sent, under a version. */
export const stored =
  (resourceVersion: string, uid = 'uid-1'): Reply =>
  ({ body }) => {
    const object = body as KubeObject;
    return { ...object, metadata: { ...object.metadata, resourceVersion, uid } };
  };

/** A pod as a server has it. */
export const podOf = (resourceVersion: string, status: object = { phase: 'Pending' }, uid = 'uid-1'): Pod =>
  ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      namespace: 'shop',
      name: 'a',
      uid,
      resourceVersion,
      creationTimestamp: '2026-01-01T00:00:00Z',
    },
    spec: { nodeName: 'east-1', containers: [{ name: 'main', image: 'agent:v1' }] },
    status,
  }) as Pod;
