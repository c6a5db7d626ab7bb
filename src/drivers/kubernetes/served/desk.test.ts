import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ApiError } from '../../../kubernetes/refusals';
import { type Served as Server, serve } from '../../../serve/serve';
import { discover } from '../api/discovery';
import { connect } from '../connection/connect';
import type { Connection } from '../connection/connection';
import type { Dials } from '../faults/dials.testkit';
import { type BadLine, badLineTo } from '../faults/proxy.testkit';
import { Desk, nameOfItsOwn, type WorldObject } from './desk';
import { type Offer, offerIn } from './offer';

/** Of 1,000 requests so many are carried out, and their answers lost. */
const LOST: Dials = { cutAfter: 150, cutWithin: 150 };
/** The first answer of all arrives. */
const SEED = 6;
const LABELS = { 'rollcall.dev/run': 'r1' };

describe('a desk where many an answer is lost', function () {
  this.timeout(30_000);
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-'));
  let server: Server;
  let line: BadLine;
  let connection: Connection;
  let offer: Offer;
  let desk: Desk;

  beforeEach(async () => {
    server = await serve({ pace: 0, paused: true });
    line = await badLineTo(server.url, SEED, LOST);
    const kubeconfig = join(folder, 'config');
    writeFileSync(kubeconfig, server.kubeconfig().replaceAll(server.url, line.url));
    connection = (await connect({ context: 'rollcall', kubeconfig })).connection;
    const found = offerIn(await discover(connection));
    if (!found) throw new Error('It offers nothing.');
    offer = found;
    desk = new Desk(connection);
  });
  afterEach(async () => {
    connection.close();
    await line.close();
    await server.close();
  });
  after(() => rmSync(folder, { recursive: true }));

  it('has each order carried out once', async () => {
    const { clock } = server.cluster;
    const before = clock.now;
    for (let steps = 1; steps <= 20; steps++) {
      const { status } = await desk.order(offer.steps, { duration: '1s' });
      expect([status?.elapsed, clock.now - before]).to.deep.equal(['1s', steps * 1000]);
    }
    const [after = 0, within = 0] = [line.happened.get('cutAfter'), line.happened.get('cutWithin')];
    expect(after + within).to.be.greaterThan(4);
  });

  it('tells refusals of orders as they are', async () => {
    for (let tries = 0; tries < 10; tries++) {
      const error = await desk.order(offer.shutdowns, { machine: 'a' }).catch((each: unknown) => each);
      expect(error).to.be.instanceOf(ApiError);
      expect((error as ApiError).code).to.equal(404);
    }
  });

  it('knows its objects again, and those that had their names before', async () => {
    const machine = { metadata: { name: 'a', labels: LABELS }, spec: {} };
    let before: WorldObject | undefined;
    for (let tries = 0; tries < 10; tries++) {
      const made = await desk.create(offer.machines, machine, before);
      expect(made.metadata.uid).not.to.equal(before?.metadata.uid);
      before = made;
      const error = await desk.create(offer.machines, machine, before).catch((each: unknown) => each);
      expect(error).to.be.instanceOf(ApiError);
      expect((error as ApiError).reason).to.equal('AlreadyExists');
      await desk.delete(offer.machines, 'a');
    }
    const image = { metadata: { name: nameOfItsOwn(), labels: LABELS }, spec: { image: 'web:1' } };
    expect((await desk.create(offer.images, image)).metadata.name).to.equal(image.metadata.name);
  });
});
