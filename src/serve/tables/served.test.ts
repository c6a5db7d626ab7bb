import { expect } from 'chai';
import { type Served, serve } from '../serve';

const TABLE = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';

interface Table {
  readonly kind: string;
  readonly columnDefinitions: readonly { readonly name: string }[] | null;
  readonly rows: readonly {
    readonly cells: readonly unknown[];
    readonly object: { readonly kind: string };
  }[];
}

describe('a client that asks for tables', () => {
  let served: Served;
  before(async () => {
    served = await serve({ nodes: 2 });
  });
  after(() => served.close());

  const get = (path: string, accept = TABLE) => fetch(`${served.url}${path}`, { headers: { accept } });

  it('gets them of objects and collections', async () => {
    const all = (await (await get('/api/v1/nodes')).json()) as Table;
    expect(all.rows.map(({ cells }) => cells[0])).to.deep.equal(['node-1', 'node-2']);
    expect(all.rows[0]?.object.kind).to.equal('PartialObjectMetadata');
    const one = (await (await get('/api/v1/nodes/node-2')).json()) as Table;
    expect(one.columnDefinitions?.[0]?.name).to.equal('Name');
    expect(one.rows).to.have.length(1);
  });

  it('gets a refusal as it is', async () => {
    const response = await get('/api/v1/nodes/none');
    expect(response.status).to.equal(404);
    expect(await response.json()).to.have.property('kind', 'Status');
  });

  it('gets them of what it watches, and is told the columns once', async () => {
    const response = await get('/api/v1/nodes?watch=true');
    const reader = response.body?.getReader();
    let text = '';
    while (text.split('\n').length < 3) text += Buffer.from((await reader?.read())?.value ?? []).toString();
    await reader?.cancel();
    const [first, second] = text
      .split('\n')
      .slice(0, 2)
      .map((line) => (JSON.parse(line) as { object: Table }).object);
    expect(first?.columnDefinitions).to.have.length(10);
    expect(second?.columnDefinitions).to.equal(null);
    expect(second?.kind).to.equal('Table');
  });

  it('is told if there is no such form', async () => {
    const response = await get('/api/v1/nodes', 'application/json;as=Chair;v=v1;g=meta.k8s.io');
    expect(response.status).to.equal(406);
  });
});
