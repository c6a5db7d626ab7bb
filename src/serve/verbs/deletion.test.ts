import { expect } from 'chai';
import { encodeProtobuf } from '../protobuf/protobuf';
import { type Served, serve } from '../serve';

describe('options of a deletion', () => {
  let served: Served;
  before(async () => {
    served = await serve();
  });
  after(() => served.close());

  const remove = async (body: BodyInit, contentType = 'application/json') => {
    const response = await fetch(`${served.url}/api/v1/namespaces/lost`, {
      method: 'DELETE',
      body,
      headers: { 'content-type': contentType },
    });
    return ((await response.json()) as { message: string }).message;
  };

  /** What a real 1.36.2 API server says of each. */
  for (const [sent, said] of [
    [
      '{x',
      "couldn't get version/kind; json parse error: invalid character 'x' looking for beginning of object key string",
    ],
    [
      '{"kind":"Nope","apiVersion":"v1"}',
      'no kind "Nope" is registered for version "v1" in scheme "k8s.io/apimachinery/pkg/apis/meta/internalversion/scheme/register.go:27"',
    ],
    [
      '{"gracePeriodSeconds":"x"}',
      'json: cannot unmarshal string into Go struct field DeleteOptions.gracePeriodSeconds of type int64',
    ],
    [
      '{"propagationPolicy":5}',
      'json: cannot unmarshal number into Go struct field DeleteOptions.propagationPolicy of type v1.DeletionPropagation',
    ],
    [
      '{"orphanDependents":"x"}',
      'json: cannot unmarshal string into Go struct field DeleteOptions.orphanDependents of type bool',
    ],
    [
      '{"preconditions":3}',
      'json: cannot unmarshal number into Go struct field DeleteOptions.preconditions of type v1.Preconditions',
    ],
    [
      '{"preconditions":{"uid":3}}',
      'json: cannot unmarshal number into Go struct field Preconditions.preconditions.uid of type types.UID',
    ],
    [
      '{"dryRun":"All"}',
      'json: cannot unmarshal string into Go struct field DeleteOptions.dryRun of type []string',
    ],
    [
      '{"dryRun":[1]}',
      'json: cannot unmarshal number into Go struct field DeleteOptions.dryRun of type string',
    ],
    ['{"kind":"DeleteOptions","apiVersion":"v1","nope":1}', 'namespaces "lost" not found'],
    ['null', 'namespaces "lost" not found'],
  ] as const)
    it(`that are ${sent}`, async () => {
      expect(await remove(sent)).to.equal(said);
    });

  it('that are in protobuf', async () => {
    const type = 'application/vnd.kubernetes.protobuf';
    const options = { apiVersion: 'policy/v1', kind: 'DeleteOptions', gracePeriodSeconds: 0 };
    expect(await remove(new Uint8Array(encodeProtobuf(options)), type)).to.equal(
      'namespaces "lost" not found',
    );
    expect(await remove('x', type)).to.equal(
      'provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]',
    );
  });
});
