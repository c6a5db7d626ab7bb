import { expect } from 'chai';
import type { RoleBindingObject } from '../../kubernetes/kinds/rbac/rbac';
import { resources } from '../../kubernetes/kinds/resources';
import { openTerminal, type Terminal } from '../terminal.testkit';

const ROLE = 'system:openshift:scc:privileged';
const SAID = `clusterrole.rbac.authorization.k8s.io/${ROLE}`;

const subjectsOf = (bindings: readonly RoleBindingObject[]): readonly string[] =>
  bindings
    .filter(({ metadata }) => metadata.name === ROLE)
    .flatMap(({ subjects = [] }) =>
      subjects.map(({ kind, namespace, name }) => `${kind} ${namespace ?? ''}/${name}`),
    );

describe('oc adm policy', () => {
  let terminal: Terminal;
  beforeEach(async () => {
    terminal = await openTerminal();
    await terminal.cluster.configure({ securityContextConstraints: true });
  });

  const everywhere = async () =>
    subjectsOf((await terminal.cluster.api.list({ resource: resources.clusterrolebindings })).items);
  const inShop = async () =>
    subjectsOf(
      (await terminal.cluster.api.list({ resource: resources.rolebindings, namespace: 'shop' })).items,
    );

  it('gives a constraint in one project, if the command names it', async () => {
    expect(await terminal.see('oc adm policy add-scc-to-user privileged -z agent -n shop')).to.equal(
      `${SAID} added: "agent"\n`,
    );
    expect(await inShop()).to.deep.equal(['ServiceAccount shop/agent']);
    expect(await everywhere()).to.deep.equal([]);
  });

  it('and otherwise everywhere, to users, service accounts and groups', async () => {
    expect(
      await terminal.see('oc adm policy add-scc-to-user privileged otto system:serviceaccount:depot:x -z y'),
    ).to.equal(`${SAID} added: ["otto" "x" "y"]\n`);
    await terminal.see('oc adm policy add-scc-to-group privileged team -n shop');
    await terminal.see('oc adm policy add-scc-to-user privileged otto');
    expect(await everywhere()).to.deep.equal([
      'User /otto',
      'ServiceAccount depot/x',
      'ServiceAccount shop/y',
      'Group /team',
    ]);
  });

  it('makes the role of a constraint that has none', async () => {
    await terminal.see('oc adm policy add-scc-to-user mine otto');
    expect(
      await terminal.see("oc get clusterrole system:openshift:scc:mine -o jsonpath='{.rules}'"),
    ).to.equal(
      '[{"apiGroups":["security.openshift.io"],"resourceNames":["mine"],"resources":["securitycontextconstraints"],"verbs":["use"]}]',
    );
  });

  it('takes it away again, and the binding with the last', async () => {
    await terminal.see('oc adm policy add-scc-to-user privileged otto vera');
    expect(await terminal.see('oc adm policy remove-scc-from-user privileged otto')).to.equal(
      `${SAID} removed: "otto"\n`,
    );
    expect(await everywhere()).to.deep.equal(['User /vera']);
    await terminal.see('oc adm policy remove-scc-from-user privileged vera');
    expect(await terminal.see('oc adm policy remove-scc-from-user privileged vera')).to.equal(
      `Error from server (NotFound): clusterrolebindings.rbac.authorization.k8s.io "${ROLE}" not found\n`,
    );
  });

  it('does nothing in a dry run', async () => {
    expect(await terminal.see('oc adm policy add-scc-to-user privileged otto --dry-run=client')).to.equal(
      `${SAID} added: "otto" (dry run)\n`,
    );
    expect(await everywhere()).to.deep.equal([]);
  });

  const refused: Readonly<Record<string, string>> = {
    'add-scc-to-user': 'error: you must specify a scc\n',
    'add-scc-to-user privileged': 'error: you must specify at least one user or service account\n',
    'add-scc-to-group privileged':
      'error: you must specify at least two arguments: <scc> <group> [group]...\n',
    'remove-scc-from-group restricted-v2 team': 'error: unable to find target [team]\n',
  };
  for (const [words, message] of Object.entries(refused)) {
    it(`refuses ${words}`, async () => {
      expect(await terminal.see(`oc adm policy ${words}`)).to.equal(message);
    });
  }

  it('leaves alone a binding of that name that gives another role', async () => {
    await terminal.see(`oc create clusterrolebinding ${ROLE} --clusterrole=view --user=otto`);
    expect(await terminal.see('oc adm policy add-scc-to-user privileged vera')).to.equal(
      `error: rolebinding ${ROLE} found for role view, not ${ROLE}\n`,
    );
  });
});
