import { expect } from 'chai';
import type { Kind } from '../../../kubernetes/kinds/kind';
import { resources } from '../../../kubernetes/kinds/resources';
import type { KubeObject } from '../../../kubernetes/object';
import { ApiError, notFound } from '../../../kubernetes/refusals';
import { GivenOrders } from './givenOrders';

/** Whatever kind the orders are of. */
const KIND = resources.pods as unknown as Kind;

const orderNamed = (name: string, more: object = {}): KubeObject => ({
  apiVersion: 'v1',
  kind: 'Order',
  metadata: { name, uid: '', resourceVersion: '', creationTimestamp: '2026-01-01T00:00:00Z' },
  ...more,
});

describe('orders that were given under a name', () => {
  let given: GivenOrders;
  let carriedOut: string[];
  let known: string[];
  beforeEach(() => {
    given = new GivenOrders();
    [carriedOut, known] = [[], []];
  });

  const give = (
    order: KubeObject,
    carryOut: () => Promise<object> = async () => ({ number: carriedOut.length }),
  ): Promise<KubeObject> =>
    given.once(
      KIND,
      order,
      async () => {
        carriedOut.push(order.metadata.name);
        return { ...order, status: await carryOut() };
      },
      (first) => known.push(first),
    );
  const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('are carried out once, and answered as the first time', async () => {
    const first = await give(orderNamed('a'));
    const { metadata } = orderNamed('a');
    const later = orderNamed('a', { metadata: { ...metadata, creationTimestamp: '2026-01-01T00:00:09Z' } });
    expect(await give(later)).to.equal(first);
    await give(orderNamed('b'));
    expect(carriedOut).to.deep.equal(['a', 'b']);
    expect(known).to.deep.equal(['2026-01-01T00:00:00Z']);
  });

  it('have names of their kind and namespace', async () => {
    const { metadata } = orderNamed('a');
    await give(orderNamed('a'));
    await give(orderNamed('a', { metadata: { ...metadata, namespace: 'web' } }));
    await given.once(
      resources.nodes as unknown as Kind,
      orderNamed('a'),
      async () => orderNamed('a'),
      known.push,
    );
    expect([carriedOut, known]).to.deep.equal([['a', 'a'], []]);
  });

  it('are waited for while they are carried out', async () => {
    let finish = (_status: object): void => {};
    const first = give(orderNamed('a'), () => new Promise((resolve) => (finish = resolve)));
    const second = give(orderNamed('a'));
    finish({ done: true });
    expect(await second).to.equal(await first);
    expect(carriedOut).to.deep.equal(['a']);
  });

  it('are refused if they ask for something else', async () => {
    await give(orderNamed('a', { spec: { duration: '1h' } }));
    const error = await errorOf(give(orderNamed('a', { spec: { duration: '2h' } })));
    expect(error).to.be.instanceOf(ApiError);
    const { code, reason, message } = error as ApiError;
    expect([code, reason]).to.deep.equal([409, 'Conflict']);
    expect(message).to.equal(
      'Operation cannot be fulfilled on pods "a": an order of this name was given that asked for something else',
    );
    expect(carriedOut).to.deep.equal(['a']);
  });

  it('can be given again if they were refused, and not if something broke', async () => {
    const refused = await errorOf(give(orderNamed('a'), () => Promise.reject(notFound(KIND, 'x'))));
    expect(refused).to.be.instanceOf(ApiError);
    await give(orderNamed('a'));
    const broken = new Error('broken');
    expect(await errorOf(give(orderNamed('b'), () => Promise.reject(broken)))).to.equal(broken);
    expect(await errorOf(give(orderNamed('b')))).to.equal(broken);
    expect(carriedOut).to.deep.equal(['a', 'a', 'b']);
  });

  it('are forgotten when many have come since, but not while they are carried out', async () => {
    let finish = (_status: object): void => {};
    const long = give(orderNamed('long'), () => new Promise((resolve) => (finish = resolve)));
    for (let number = 0; number < 257; number++) await give(orderNamed(`a-${number}`));
    carriedOut.length = 0;
    const again = give(orderNamed('long'));
    await give(orderNamed('a-1'));
    await give(orderNamed('a-0'));
    expect(carriedOut).to.deep.equal(['a-0']);
    finish({});
    expect(await again).to.equal(await long);
  });
});
