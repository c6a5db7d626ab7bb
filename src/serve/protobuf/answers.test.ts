import { expect } from 'chai';
import { type Served, serve } from '../serve';
import { decodeProtobuf, PROTOBUF } from './protobuf';

const NODES = '/api/v1/nodes';

describe('answers in protobuf', () => {
  let served: Served;

  before(async () => {
    served = await serve({ nodes: 1 });
  });
  after(() => served.close());

  const ask = (path: string, accept = PROTOBUF): Promise<Response> =>
    fetch(`${served.url}${path}`, { headers: { accept } });
  const read = async (response: Response) =>
    decodeProtobuf(Buffer.from(await response.arrayBuffer()), undefined);

  it('say the same as answers in JSON', async () => {
    const response = await ask(NODES);
    expect(response.headers.get('content-type')).to.equal(PROTOBUF);
    const list = (await (await ask(NODES, 'application/json')).json()) as { items: { metadata: object }[] };
    const { items } = (await read(response)) as unknown as { items: { metadata: object }[] };
    expect(items.map(({ metadata }) => metadata)).to.deep.equal(list.items.map(({ metadata }) => metadata));
  });

  it('tell of refusals, too', async () => {
    const response = await ask(`${NODES}/nobody`);
    expect(response.status).to.equal(404);
    expect(await read(response)).to.include({ kind: 'Status', message: 'nodes "nobody" not found' });
  });

  it('are refused for what has no message, and are JSON instead if that will do', async () => {
    const clocks = '/apis/clock.rollcall.dev/v1alpha1/clocks';
    expect((await ask(clocks)).status).to.equal(406);
    const response = await ask(clocks, `${PROTOBUF},application/json`);
    expect(response.headers.get('content-type')).to.equal('application/json');
  });

  it('are told one by one to those who watch, each with its length before it', async () => {
    const response = await ask(`${NODES}?watch=1&timeoutSeconds=1`);
    expect(response.headers.get('content-type')).to.equal(`${PROTOBUF};stream=watch`);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.readUInt32BE(0)).to.equal(bytes.length - 4);
    // The type, and then the object in its wrapping.
    expect(bytes.subarray(4, 11).toString()).to.equal('\n\x05ADDED');
    const object = decodeProtobuf(bytes.subarray(bytes.indexOf('k8s\0')));
    expect(object.metadata).to.include({ name: 'node-1' });
  });
});
