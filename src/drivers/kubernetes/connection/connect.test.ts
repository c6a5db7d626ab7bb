import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { toTimestamp } from '../../../kubernetes/fields/time';
import { ApiError } from '../../../kubernetes/refusals';
import { Inconclusive } from '../../../port/inconclusive';
import { connect } from './connect';
import type { Call, Connection } from './connection';
import { ConnectionLost } from './connectionLost';
import { json, TestServer } from './server.testkit';

const LIMITS = { answer: 300, outage: 700, busy: 3000 };
const NOTES = '/api/v1/namespaces/a/configmaps';
const SECRET = 'very-secret';

const note = (metadata: object = {}) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'n', uid: '1', resourceVersion: '5', creationTimestamp: toTimestamp(0), ...metadata },
});

const status = (code: number, reason: string, message: string, details?: object) => ({
  kind: 'Status',
  apiVersion: 'v1',
  metadata: {},
  status: 'Failure',
  ...{ code, reason, message },
  ...(details ? { details } : {}),
});

describe('a connection', () => {
  let server: TestServer;
  let connection: Connection;

  const connected = async (kubeconfig = server.kubeconfig()): Promise<Connection> => {
    connection = (await connect({ context: 'test', kubeconfig }, LIMITS)).connection;
    return connection;
  };

  const errorOf = async (promise: Promise<unknown>): Promise<Error> => {
    const outcome = await promise.then(
      () => undefined,
      (error: unknown) => error as Error,
    );
    if (!outcome) throw new Error('nothing was thrown');
    return outcome;
  };

  beforeEach(async () => {
    server = await TestServer.start();
  });

  afterEach(async () => {
    connection?.close();
    await server.close();
  });

  it('shows its token, and whom it speaks for', async () => {
    await connected();
    let headers: NodeJS.Dict<string[]> = {};
    server.answer = (request, response) => {
      headers = request.headersDistinct;
      json(response, 200, {});
    };
    await connection.send({ method: 'GET', path: NOTES, as: { name: 'ana', groups: ['a', 'b'] } });
    expect([headers.authorization, headers['impersonate-user'], headers['impersonate-group']]).to.deep.equal([
      [`Bearer ${SECRET}`],
      ['ana'],
      ['a', 'b'],
    ]);
  });

  it('tells refusals word for word, and warnings besides', async () => {
    await connected();
    const causes = [{ reason: 'FieldValueRequired', message: 'Required value', field: 'spec.x' }];
    const said = status(422, 'Invalid', 'it is invalid', { name: 'n', kind: 'ConfigMap', causes });
    const warning = ['299 - "one \\"quoted\\""', '299 - "two"'];
    server.answer = (_, response) => json(response, 422, said, { warning });
    const error = await errorOf(connection.send({ method: 'POST', path: NOTES, body: note() }));
    expect(error).to.be.instanceOf(ApiError);
    expect((error as ApiError).status).to.deep.equal({
      code: 422,
      reason: 'Invalid',
      message: 'it is invalid',
      details: { name: 'n', kind: 'ConfigMap' },
      causes,
    });
    expect((error as ApiError & { warnings: unknown }).warnings).to.deep.equal(['one "quoted"', 'two']);
  });

  it('waits where the server asks for patience, but not for disruption budgets', async () => {
    await connected();
    let count = 0;
    server.answer = (_, response) =>
      ++count < 3
        ? json(response, count === 1 ? 429 : 503, status(429, 'TooManyRequests', 'wait'), {
            'retry-after': '0',
          })
        : json(response, 201, note());
    expect((await connection.send({ method: 'POST', path: NOTES, body: note() })).code).to.equal(201);
    expect(server.asked).to.have.length(3);
    const causes = [{ reason: 'DisruptionBudget', message: 'no' }];
    server.answer = (_, response) => json(response, 429, status(429, 'TooManyRequests', 'no', { causes }));
    const path = '/api/v1/namespaces/a/pods/n/eviction';
    expect(((await errorOf(connection.send({ method: 'POST', path, body: {} }))) as ApiError).code).to.equal(
      429,
    );
    expect(server.asked).to.have.length(4);
  });

  it('waits longer for what takes its time, if it is told to', async () => {
    await connected();
    server.answer = (_, response) => void setTimeout(() => json(response, 201, note()), 2 * LIMITS.answer);
    const call = { method: 'POST', path: NOTES, body: note() } as const;
    expect((await connection.send({ ...call, patience: 10 * LIMITS.answer })).code).to.equal(201);
    expect(server.asked).to.have.length(1);
    expect(await errorOf(connection.send(call))).to.be.instanceOf(Error);
  });

  it('asks again where the server fails, three times', async () => {
    await connected();
    server.answer = (_, response) => json(response, 500, status(500, 'InternalError', 'etcd is away'));
    const error = await errorOf(connection.send({ method: 'GET', path: NOTES }));
    expect([error.message, server.asked.length]).to.deep.equal(['etcd is away', 3]);
  });

  it('asks again what was cut, if it only asks', async () => {
    await connected();
    let count = 0;
    server.answer = (request, response) =>
      ++count === 1 ? void request.socket.destroy() : json(response, 200, { a: 1 });
    expect((await connection.send({ method: 'GET', path: NOTES })).body).to.deep.equal({ a: 1 });
  });

  describe('whose write was cut', () => {
    const cutFirst = (
      isMeant: (method: string) => boolean,
      then: (url: string) => [number, unknown],
    ): void => {
      let isCut = false;
      server.answer = (request, response) => {
        if (!isCut && isMeant(request.method ?? '')) {
          isCut = true;
          request.socket.destroy();
        } else json(response, ...then(`${request.method} ${request.url}`));
      };
    };

    it('finds the object that it has created', async () => {
      await connected();
      cutFirst(
        (method) => method === 'POST',
        (asked) => (asked === `GET ${NOTES}/n` ? [200, note()] : [500, {}]),
      );
      const answer = await connection.send({ method: 'POST', path: NOTES, body: note(), isNew: true });
      expect(answer.body).to.deep.equal(note());
    });

    it('does not tell of it where the warnings are waited for, which were lost', async () => {
      await connected();
      cutFirst(
        (method) => method === 'POST',
        () => [200, note()],
      );
      const sent = connection.send({
        method: 'POST',
        path: NOTES,
        body: note(),
        isNew: true,
        isHeeded: true,
      });
      expect(await errorOf(sent)).to.be.instanceOf(Inconclusive);
    });

    it('patches no more where they are waited for, unless nobody has written it since', async () => {
      await connected();
      const sendAfter = async (resourceVersion: string) => {
        cutFirst(
          (method) => method === 'PATCH',
          () => [200, note({ resourceVersion })],
        );
        const [path, contentType] = [`${NOTES}/n`, 'application/merge-patch+json'];
        const before = { uid: '1', resourceVersion: '5' };
        return connection.send({ method: 'PATCH', path, contentType, body: {}, before, isHeeded: true });
      };
      expect((await sendAfter('5')).code).to.equal(200);
      expect(await errorOf(sendAfter('6'))).to.be.instanceOf(Inconclusive);
    });

    it('does not take an old object for it', async () => {
      await connected();
      cutFirst(
        (method) => method === 'POST',
        () => [200, note()],
      );
      const sent = connection.send({ method: 'POST', path: NOTES, body: note() });
      expect(await errorOf(sent)).to.be.instanceOf(Inconclusive);
    });

    it('creates it if it is not there', async () => {
      await connected();
      cutFirst(
        (method) => method === 'POST',
        (asked) => (asked.startsWith('GET') ? [404, status(404, 'NotFound', 'no')] : [201, note()]),
      );
      const answer = await connection.send({ method: 'POST', path: NOTES, body: note() });
      expect([answer.code, server.asked]).to.deep.equal([
        201,
        [`POST ${NOTES}`, `GET ${NOTES}/n`, `POST ${NOTES}`],
      ]);
    });

    it('replaces again what nobody has replaced, and leaves the rest undecided', async () => {
      await connected();
      const path = `${NOTES}/n`;
      cutFirst(
        (method) => method === 'PUT',
        () => [200, note()],
      );
      expect((await connection.send({ method: 'PUT', path, body: note() })).code).to.equal(200);
      cutFirst(
        (method) => method === 'PUT',
        () => [200, note({ resourceVersion: '6' })],
      );
      expect(await errorOf(connection.send({ method: 'PUT', path, body: note() }))).to.be.instanceOf(
        Inconclusive,
      );
    });

    it('patches again, but neither step by step nor one version, unless nobody has written it since', async () => {
      await connected();
      const path = `${NOTES}/n`;
      const before = { uid: '1', resourceVersion: '5' };
      const patch = (body: object, contentType: string, version: string, more: object = {}) => {
        cutFirst(
          (method) => method === 'PATCH',
          () => [200, note({ resourceVersion: version })],
        );
        return connection.send({ method: 'PATCH', path, body, contentType, ...more });
      };
      const [json, merge] = ['application/json-patch+json', 'application/merge-patch+json'];
      const ofOne = { metadata: { resourceVersion: '5' } };
      for (const sent of [
        () => patch({}, merge, '6'),
        () => patch(ofOne, merge, '5'),
        () => patch([], json, '5', { before }),
      ])
        expect((await sent()).code).to.equal(200);
      for (const sent of [
        () => patch(ofOne, merge, '6'),
        () => patch([], json, '6', { before }),
        () => patch([], json, '5'),
      ])
        expect(await errorOf(sent())).to.be.instanceOf(Inconclusive);
    });

    it('tells by its uid whether an object is the one that was there before', async () => {
      await connected();
      const before = { uid: '1', resourceVersion: '5' };
      const taken = status(409, 'AlreadyExists', 'it exists');
      const create = (uid: string) => {
        cutFirst(
          (method) => method === 'POST',
          (asked) => (asked.startsWith('GET') ? [200, note({ uid })] : [409, taken]),
        );
        return connection.send({ method: 'POST', path: NOTES, body: note(), before });
      };
      expect((await create('2')).body).to.deep.equal(note({ uid: '2' }));
      expect(((await errorOf(create('1'))) as ApiError).code).to.equal(409);
    });

    it('deletes again what is still there, and nothing else of its name', async () => {
      await connected();
      const remove = (found: object, before?: Call['before']) => {
        cutFirst(
          (method) => method === 'DELETE',
          (asked) => [200, asked.startsWith('GET') ? note(found) : { kind: 'Status' }],
        );
        return connection.send({ method: 'DELETE', path: `${NOTES}/n`, ...(before ? { before } : {}) });
      };
      // By the clock of a world of its own it was made in the future.
      const creationTimestamp = '2999-01-01T00:00:00Z';
      const before = { uid: '1', resourceVersion: '5' };
      expect((await remove({ creationTimestamp }, before)).body).to.deep.equal({ kind: 'Status' });
      const leaving = { creationTimestamp, deletionTimestamp: creationTimestamp };
      expect((await remove(leaving, before)).body).to.deep.equal(note(leaving));
      expect((await remove(leaving, { ...before, ...leaving })).body).to.deep.equal({ kind: 'Status' });
      expect(await errorOf(remove({ uid: '2' }, before))).to.be.instanceOf(Inconclusive);
      expect(await errorOf(remove({ creationTimestamp }))).to.be.instanceOf(Inconclusive);
    });

    it('sends again what is carried out once only', async () => {
      await connected();
      cutFirst(
        (method) => method === 'POST',
        () => [201, note()],
      );
      const sent = connection.send({ method: 'POST', path: NOTES, body: note(), isOnce: true });
      expect((await sent).code).to.equal(201);
      expect(server.asked).to.deep.equal([`POST ${NOTES}`, `POST ${NOTES}`]);
    });
  });

  it('ends in one clear error when the server stops answering, and then at once', async () => {
    await connected();
    server.answer = () => {};
    const error = await errorOf(connection.send({ method: 'GET', path: NOTES }));
    expect(error).to.be.instanceOf(ConnectionLost);
    expect(error.message).to.equal(
      `The API server ${server.url} is not reached: there was no answer for 0.3 s.`,
    );
    const before = server.asked.length;
    await errorOf(connection.send({ method: 'GET', path: NOTES }));
    expect(server.asked.length - before).to.equal(1);
  });

  it('is refused at once where nobody listens, and where no API server does', async () => {
    const nobody = await TestServer.start();
    const { url } = nobody;
    await nobody.close();
    const kubeconfig = server.kubeconfig({}, { server: url });
    expect((await errorOf(connect({ context: 'test', kubeconfig }))).message).to.equal(
      `The API server ${url} is not reached: nobody listens there (ECONNREFUSED).`,
    );
    server.versionsToo = true;
    server.answer = (_, response) => void response.end('<html>');
    const page = server.kubeconfig();
    expect((await errorOf(connect({ context: 'test', kubeconfig: page }))).message).to.equal(
      `What answers at ${server.url} is no Kubernetes API server.`,
    );
  });

  it('reads the credentials again when they are not accepted, and says so when that is of no use', async () => {
    const tokenFile = join(server.folder, 'token');
    writeFileSync(tokenFile, 'old\n');
    await connected(server.kubeconfig({ tokenFile }));
    server.answer = ({ headers }, response) =>
      headers.authorization === 'Bearer new'
        ? json(response, 200, {})
        : json(response, 401, status(401, 'Unauthorized', 'Unauthorized'));
    writeFileSync(tokenFile, 'new\n');
    expect((await connection.send({ method: 'GET', path: NOTES })).code).to.equal(200);
    writeFileSync(tokenFile, SECRET);
    server.answer = (_, response) => json(response, 401, status(401, 'Unauthorized', 'Unauthorized'));
    const error = await errorOf(connection.send({ method: 'GET', path: NOTES }));
    expect(error.message).to.match(/does not accept the credentials of the context "test" \(401\)/);
    expect(error.message).not.to.contain(SECRET);
  });

  it('opens nothing any more once it is closed, nor what was being opened then', async () => {
    await connected();
    let isAsked = (): void => {};
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    server.answer = () => isAsked();
    const opening = errorOf(connection.listen(`${NOTES}?watch=true`, () => {}));
    await asked;
    connection.close();
    expect(await opening).to.be.instanceOf(ConnectionLost);
    const heard = server.heard.length;
    expect(await errorOf(connection.send({ method: 'GET', path: NOTES }))).to.be.instanceOf(ConnectionLost);
    expect(server.heard).to.have.length(heard);
  });

  it('never says what its credentials are, or what a plugin says', async () => {
    const command = join(server.folder, 'plugin');
    const exec = (script: string) => {
      writeFileSync(command, `#!/bin/sh\n${script}\n`);
      chmodSync(command, 0o755);
      const apiVersion = 'client.authentication.k8s.io/v1';
      return server.kubeconfig({ exec: { apiVersion, command: './plugin', args: null, env: null } });
    };
    for (const script of [`echo ${SECRET}`, `echo ${SECRET} >&2; exit 1`]) {
      const error = await errorOf(connect({ context: 'test', kubeconfig: exec(script) }));
      expect(`${error.message}${error.stack}`).not.to.contain(SECRET);
      expect(error.message).to.match(
        /plugin", which gives the credentials of the context "test", has failed/,
      );
    }
    const credential = { kind: 'ExecCredential', status: { token: SECRET } };
    await connected(exec(`echo '${JSON.stringify(credential)}'`));
    let shown: string | undefined;
    server.answer = ({ headers }, response) => {
      shown = headers.authorization;
      json(response, 200, {});
    };
    await connection.send({ method: 'GET', path: NOTES });
    expect(shown).to.equal(`Bearer ${SECRET}`);
    expect(connection.server).to.equal(server.url);
  });
});
