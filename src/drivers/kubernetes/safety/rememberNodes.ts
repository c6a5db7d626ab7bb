import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import type { Connection, Stream } from '../connection/connection';
import { pause } from '../connection/patience';
import { pathOf } from './collections';
import { selectorOf } from './labels';
import { remember } from './record';

const { nodes } = resources;

/** Milliseconds until a watch that has ended is begun anew. */
const BREAK = 1000;

interface Line {
  readonly type: string;
  readonly object: KubeObject;
}

/**
 * Has the cluster remember the nodes of a run while it goes on, so that what controllers tell of them after they are gone is
 * found in the end. Where names of nodes say whose they are there is no need.
 * @returns ends it, and resolves when all that was seen is remembered
 */
export const rememberNodes = (connection: Connection, run: string): (() => Promise<void>) => {
  let isOver = false;
  let stream: Stream | undefined;
  let noted: Promise<void> = Promise.resolve();
  const hear = (text: string): void => {
    const { type, object } = JSON.parse(text) as Line;
    if (type !== 'ADDED') return;
    // Nobody is kept from running by what could only not be remembered.
    noted = noted.then(() => remember(connection, [{ collection: nodes, object }])).catch(() => {});
  };
  const query = new URLSearchParams({ watch: 'true', labelSelector: selectorOf(run) });
  const listen = async (): Promise<void> => {
    while (!isOver) {
      try {
        stream = await connection.listen(`${pathOf(nodes)}?${query}`, hear);
        if (isOver) stream.end();
        await stream.over;
      } catch {}
      if (!isOver) await pause(BREAK);
    }
  };
  const listening = listen();
  return async () => {
    isOver = true;
    stream?.end();
    await listening;
    await noted;
  };
};
