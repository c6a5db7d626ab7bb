import { expect } from 'chai';
import type { Container, PodSpec } from '../../kubernetes/kinds/pod/pod';
import { isRestarted } from './restartPolicy';

const container = (own: Partial<Container> = {}): Container => ({ name: 'main', ...own });
const spec = (restartPolicy: string): PodSpec => ({ containers: [], restartPolicy });

describe('a container that has exited is started anew', () => {
  it('always, on failure or never, as its pod says', () => {
    const answers = ['Always', 'OnFailure', 'Never'].map((policy) =>
      [0, 1].map((code) => isRestarted(container(), spec(policy), code)),
    );
    expect(answers).to.deep.equal([
      [true, true],
      [false, true],
      [false, false],
    ]);
    expect(isRestarted(container(), { containers: [] }, 0)).to.equal(true);
  });

  it('as it says itself, whatever its pod says', () => {
    expect(isRestarted(container({ restartPolicy: 'Always' }), spec('Never'), 0)).to.equal(true);
    expect(isRestarted(container({ restartPolicy: 'Never' }), spec('Always'), 1)).to.equal(false);
  });

  it('by a rule for its exit code before all', () => {
    const rule = (operator: string) => ({ action: 'Restart', exitCodes: { operator, values: [42] } });
    const ruled = (operator: string, code: number) =>
      isRestarted(
        container({ restartPolicy: 'Never', restartPolicyRules: [rule(operator)] }),
        spec('Never'),
        code,
      );
    expect([ruled('In', 42), ruled('In', 1), ruled('NotIn', 42), ruled('NotIn', 1)]).to.deep.equal([
      true,
      false,
      false,
      true,
    ]);
  });
});
