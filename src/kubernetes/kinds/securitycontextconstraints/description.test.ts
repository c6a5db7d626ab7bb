import { expect } from 'chai';
import type { SecurityContextConstraints } from './constraints';
import { defaultConstraints } from './defaults';
import { constraintsDescription } from './description';
import { STOCK_CONSTRAINTS } from './stock';

describe('The description of security context constraints', () => {
  it('lines up with tabs, as oc does', () => {
    const constraints = {
      apiVersion: 'security.openshift.io/v1',
      kind: 'SecurityContextConstraints',
      metadata: { name: 'restricted-v3', uid: 'u', resourceVersion: '1', creationTimestamp: '' },
      ...STOCK_CONSTRAINTS['restricted-v3'],
    } as SecurityContextConstraints;
    const text = constraintsDescription.text(
      defaultConstraints(constraints),
      {},
      { events: undefined, now: 0 },
    );
    const lines = text.split('\n');
    expect(lines.slice(0, 5)).to.deep.equal([
      'Name:\t\t\t\t\t\trestricted-v3',
      'Priority:\t\t\t\t\t<none>',
      'Access:\t\t\t\t\t\t',
      '  Users:\t\t\t\t\t<none>',
      '  Groups:\t\t\t\t\t<none>',
    ]);
    expect(lines).to.include('  Allow Privilege Escalation:\t\t\tfalse');
    expect(lines).to.include('  Run As User Strategy: MustRunAsRange\t\t');
    expect(lines).to.include('    UID Range Max:\t\t\t\t65534');
    expect(lines.slice(-3)).to.deep.equal([
      '  Supplemental Groups Strategy: MustRunAs\t',
      '    Ranges:\t\t\t\t\t1000-65534',
      '',
    ]);
  });
});
