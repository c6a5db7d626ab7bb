import { expect } from 'chai';
import { type Served, serve } from '../serve';
import { fieldProblems } from './fieldOrder';

describe('what is wrong with fields', () => {
  it('is told in the order of the text', () => {
    const text = '{"a":{"b":1,"x":1,"b":2},"y":[{"z":1,"z":2}],"a":1,"c":[{"d":1,"d":1,"d":1}]}';
    expect(fieldProblems(text, ['a.x', 'y'])).to.deep.equal([
      'unknown field "a.x"',
      'duplicate field "a.b"',
      'unknown field "y"',
      'duplicate field "a"',
      'duplicate field "c[0].d"',
    ]);
  });
});

describe('a served cluster', () => {
  let served: Served;

  before(async () => {
    served = await serve();
    await send('POST', PLACE, 'application/json', '{"metadata":{"name":"a"},"data":{"k":"1"}}');
  });
  after(() => served.close());

  const PLACE = '/api/v1/namespaces/default/configmaps';
  const send = async (method: string, path: string, type: string, body: string) => {
    const response = await fetch(`${served.url}${path}`, { method, headers: { 'content-type': type }, body });
    const { message = '' } = (await response.json()) as { message?: string };
    return { code: response.status, message, warning: response.headers.get('warning') };
  };
  const patch = (type: string, body: string, query = '?fieldValidation=Strict') =>
    send('PATCH', `${PLACE}/a${query}`, `application/${type}+json`, body);

  it('is strict about fields in the order in which they were sent', async () => {
    const body = '{"metadata":{"name":"b","bogus":1,"name":"b"},"data":{"x":"1","x":"2"},"other":1}';
    const { code, message } = await send('POST', `${PLACE}?fieldValidation=Strict`, 'application/json', body);
    expect(code).to.equal(400);
    expect(message).to.match(
      /strict decoding error: unknown field "metadata\.bogus", duplicate field "metadata\.name", duplicate field "data\.x", unknown field "other"$/,
    );
  });

  it('is strict about fields of patches, first about those that are set twice', async () => {
    const twice = '{"bogus":1,"data":{"k":"2","k":"3"}}';
    for (const type of ['merge-patch', 'strategic-merge-patch']) {
      const { code, message } = await patch(type, twice);
      expect(code).to.equal(422);
      expect(message).to.match(/duplicate field "data\.k", unknown field "bogus"$/);
    }
    const operations = '[{"op":"test","path":"/data/k","value":"1","note":1,"op":"test"}]';
    const { message } = await patch('json-patch', operations);
    expect(message).to.match(
      /strict decoding error: json patch unknown field "\[0\]\.note", json patch duplicate field "\[0\]\.op"$/,
    );
  });

  it('warns of them by default, though they change nothing', async () => {
    const { code, warning } = await patch('merge-patch', '{"data":{"k":"1","k":"1"}}', '');
    expect(code).to.equal(200);
    expect(warning).to.equal('299 - "duplicate field \\"data.k\\""');
  });

  it('takes no more than 10,000 operations', async () => {
    const operation = { op: 'test', path: '/kind', value: 'ConfigMap' };
    const { code, message } = await patch('json-patch', JSON.stringify(Array(10_001).fill(operation)));
    expect(code).to.equal(413);
    expect(message).to.match(/is 10000, got 10001$/);
  });
});
