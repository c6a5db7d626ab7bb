import { expect } from 'chai';
import { type Served, serve } from '../serve';

describe('the type and the name in a body', () => {
  let served: Served;

  before(async () => {
    served = await serve();
  });
  after(() => served.close());

  const PLACE = '/api/v1/namespaces/default/configmaps';
  const send = async (method: string, path: string, body: string) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(`${served.url}${path}`, { method, headers, body });
    const { message = '' } = (await response.json()) as { message?: string };
    return { code: response.status, message };
  };

  it('must be texts: the first that is none is named', async () => {
    for (const [body, why] of [
      ['{"apiVersion":[[]],"kind":5}', 'array into Go struct field .apiVersion'],
      ['{"kind":5,"apiVersion":{}}', 'number into Go struct field .kind'],
    ] as const)
      expect(await send('POST', PLACE, body)).to.deep.equal({
        code: 400,
        message:
          "the object provided is unrecognized (must be of type ConfigMap): couldn't get version/kind; " +
          `json parse error: json: cannot unmarshal ${why} of type string (${body})`,
      });
  });

  it('are missing where they are null', async () => {
    const body = '{"apiVersion":null,"kind":null,"metadata":{"name":"a"}}';
    expect((await send('POST', PLACE, body)).code).to.equal(201);
    expect(await send('PUT', `${PLACE}/a`, '{"metadata":null}')).to.deep.equal({
      code: 400,
      message: 'the name of the object (a based on URL) was undeterminable: name must be provided',
    });
  });
});
