import { request } from 'node:http';
import { expect } from 'chai';
import * as fc from 'fast-check';
import type { FastifyInstance } from 'fastify';
import { Clusters, DEFAULT } from '../clusters/clusters';
import { addClusterRoutes, routeTo } from '../clusters/routes';
import { createFront } from './front';
import { type Mutation, mutations } from './mutations.testkit';

/** What a real API server answers with 500, too, in its words. */
const ITS_OWN_FAULT: readonly RegExp[] = [
  /resourceVersion: Invalid value: /,
  /target\.(name: Required|kind: Unsupported) value/,
  /failed to create typed patch object /,
  /This pod has more than one PodDisruptionBudget, /,
];

/** After so many milliseconds, whoever watches goes. */
const PATIENCE = 20;

const PLACE = '/api/v1/namespaces/default/configmaps';

interface Answered {
  readonly code: number;
  readonly text: string;
}

/** What cannot be done, and what came too late, is said with other codes. */
const isFault = ({ code, text }: Answered): boolean =>
  code === 500 && !ITS_OWN_FAULT.some((words) => words.test(text));

describe('requests that make no sense', () => {
  const clusters = new Clusters({ tell: (text) => problems.push(text) });
  const problems: string[] = [];
  let front: FastifyInstance;
  let url: string;

  before(async () => {
    clusters.create(DEFAULT, { nodes: 1 });
    front = createFront(routeTo(clusters));
    addClusterRoutes(front, clusters);
    url = await front.listen({ port: 0 });
  });
  after(async () => {
    clusters.close();
    await front.close();
  });

  /** Undefined if the client did not wait for the end. */
  const ask = ({ method, path, headers, body }: Mutation): Promise<Answered | undefined> =>
    new Promise((resolve, reject) => {
      const sent = request(`${url}${path}`, { method, headers, agent: false }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('end', () =>
          resolve({ code: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
        response.once('error', () => resolve(undefined));
      });
      let hasLeft = false;
      if (/watch/.test(path)) {
        const leave = (): void => {
          hasLeft = true;
          sent.destroy();
          resolve(undefined);
        };
        const timer = setTimeout(leave, PATIENCE);
        sent.once('close', () => clearTimeout(timer));
      }
      sent.once('error', (error) => (hasLeft ? resolve(undefined) : reject(error)));
      sent.end(body);
    });

  it('are refused, and disturb nobody else', async function () {
    this.timeout(60_000);
    const watch = await fetch(`${url}${PLACE}?watch=1&fieldSelector=metadata.name%3Dlast`);
    await fc.assert(
      fc.asyncProperty(mutations, async (mutation) => {
        const answer = await ask(mutation);
        if (answer && isFault(answer)) throw new Error(`${answer.code} ${answer.text}`);
      }),
      { numRuns: 150 },
    );
    const last = await fetch(`${url}${PLACE}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ metadata: { name: 'last' } }),
    });
    expect(last.status).to.equal(201);
    const reader = (watch.body as ReadableStream<Uint8Array>).getReader();
    const { value } = await reader.read();
    expect(JSON.parse(new TextDecoder().decode(value))).to.deep.equal({
      type: 'ADDED',
      object: await last.json(),
    });
    await reader.cancel();
    expect(problems).to.deep.equal([]);
  });
});
