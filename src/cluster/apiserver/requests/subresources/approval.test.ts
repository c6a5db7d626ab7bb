import { expect } from 'chai';
import type { Part } from '../../../../kubernetes/fields/fill';
import { refusalOf } from '../../../stage.testkit';
import { PartStage } from './parts.testkit';

describe('the approval of a certificate', () => {
  let stage = new PartStage();
  beforeEach(() => {
    stage = new PartStage();
    stage.create({
      apiVersion: 'certificates.k8s.io/v1',
      kind: 'CertificateSigningRequest',
      metadata: { name: 'me' },
      spec: { request: 'eA==', signerName: 'example.com/a', usages: ['client auth'] },
    });
  });
  const decided = (type: string, status = 'True'): Part => ({
    status: { conditions: [{ type, status, reason: 'r' }] },
  });

  it('writes down what was decided, and when', () => {
    const { status } = stage.merge('csr', 'me', 'approval', decided('Approved'));
    expect((status as { conditions: unknown }).conditions).to.deep.equal([
      {
        type: 'Approved',
        status: 'True',
        reason: 'r',
        lastUpdateTime: '2026-01-01T00:00:00Z',
        lastTransitionTime: '2026-01-01T00:00:00Z',
      },
    ]);
  });

  it('takes nothing back', () => {
    stage.merge('csr', 'me', 'approval', decided('Approved'));
    expect(refusalOf(() => stage.merge('csr', 'me', 'approval', decided('Denied'))).message).to.match(
      /updates may not remove a condition of type "Approved"$/,
    );
    expect(
      refusalOf(() => stage.merge('csr', 'me', 'approval', decided('Approved', 'False'))).message,
    ).to.match(/status\.conditions\[0\]\.status: Unsupported value: "False": supported values: "True"/);
  });
});
