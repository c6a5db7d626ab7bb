import { invalid } from '../../../../kubernetes/fields/validation/causes';
import { type Service, services } from '../../../../kubernetes/kinds/service/service';
import type { AdmissionContext, AdmissionPlugin } from '../plugin';
import { giveAddress } from './addresses';
import { chooseFamilies } from './families';
import { inherit } from './inherited';
import { giveNodePorts, nodePortsOf } from './nodePorts';
import { needsAddress, refuse, type SpecDraft } from './service';

/** An address stays as long as a service needs one. */
const checkSame = (spec: SpecDraft, name: string, before: Service | undefined): void => {
  if (!before || !needsAddress(before.spec) || !before.spec.clusterIP) return;
  if (spec.clusterIP === before.spec.clusterIP) return;
  throw refuse(name, [invalid('spec.clusterIPs[0]', spec.clusterIPs ?? null, 'may not change once set')]);
};

/**
 * Gives services their addresses and node ports, as the storage of services does. Nothing is booked: what no service says is
 * free.
 * @see k8s.io/kubernetes/pkg/registry/core/service/storage REST.beginCreate, REST.beginUpdate
 */
export const giveAddresses = ({ store, kinds, random }: AdmissionContext): AdmissionPlugin<Service> => ({
  kinds: [services],
  operations: ['create', 'update'],
  phase: 'mutating',
  admit(service, _name, _asking, current) {
    const { name, uid } = service.metadata;
    const spec: SpecDraft = { ...service.spec };
    if (current) inherit(spec, current.spec);
    if (needsAddress(spec)) {
      const kind = kinds.of({ apiVersion: 'v1', kind: 'Service' }) ?? services;
      const others = (store.all(kind) as readonly Service[]).filter(({ metadata }) => metadata.uid !== uid);
      const addresses = new Set(others.flatMap((each) => each.spec.clusterIPs ?? []));
      const ports = new Set(others.flatMap((each) => nodePortsOf(each.spec)));
      if (spec.clusterIP && !spec.clusterIPs?.length) spec.clusterIPs = [spec.clusterIP];
      checkSame(spec, name, current);
      chooseFamilies(spec, name);
      giveAddress(spec, name, random, addresses);
      giveNodePorts(spec, name, random, ports);
    }
    return { ...service, spec };
  },
});
