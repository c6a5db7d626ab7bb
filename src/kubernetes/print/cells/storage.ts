import { ageColumn, name } from '../commonColumns';
import { type Cell, type ColumnsByKind, count, createdAt, flag, nameOfClass, text } from './column';
import { listAt, textAt, textsAt } from './reading';

const tokenAudiences: Cell = (driver) => {
  const requests = listAt(driver, 'spec.tokenRequests');
  if (requests.length === 0) return '<unset>';
  return requests.map((request) => textAt(request, 'audience') ?? '').join(',');
};

const lifecycleModes: Cell = (driver) =>
  textsAt(driver, 'spec.volumeLifecycleModes').join(',') || 'Persistent';

/** @see k8s.io/kubernetes/pkg/printers/internalversion printStorageClass and its neighbours */
export const storageColumns: ColumnsByKind = {
  'storage.k8s.io/v1/csidrivers': [
    name,
    { header: 'ATTACHREQUIRED', cell: flag('spec.attachRequired', true) },
    { header: 'PODINFOONMOUNT', cell: flag('spec.podInfoOnMount', false) },
    { header: 'STORAGECAPACITY', cell: flag('spec.storageCapacity', false) },
    { header: 'TOKENREQUESTS', cell: tokenAudiences },
    { header: 'REQUIRESREPUBLISH', cell: flag('spec.requiresRepublish', false) },
    { header: 'MODES', cell: lifecycleModes },
    ageColumn,
  ],
  'storage.k8s.io/v1/csinodes': [name, { header: 'DRIVERS', cell: count('spec.drivers') }, ageColumn],
  'storage.k8s.io/v1/csistoragecapacities': [name, createdAt],
  'storage.k8s.io/v1/storageclasses': [
    {
      header: 'NAME',
      cell: nameOfClass(
        'storageclass.kubernetes.io/is-default-class',
        'storageclass.beta.kubernetes.io/is-default-class',
      ),
    },
    { header: 'PROVISIONER', cell: text('provisioner') },
    { header: 'RECLAIMPOLICY', cell: text('reclaimPolicy', 'Delete') },
    { header: 'VOLUMEBINDINGMODE', cell: text('volumeBindingMode', 'Immediate') },
    { header: 'ALLOWVOLUMEEXPANSION', cell: flag('allowVolumeExpansion', false) },
    ageColumn,
  ],
  'storage.k8s.io/v1/volumeattachments': [
    name,
    { header: 'ATTACHER', cell: text('spec.attacher') },
    { header: 'PV', cell: text('spec.source.persistentVolumeName') },
    { header: 'NODE', cell: text('spec.nodeName') },
    { header: 'ATTACHED', cell: flag('status.attached', false) },
    ageColumn,
  ],
  'storage.k8s.io/v1/volumeattributesclasses': [
    name,
    { header: 'DRIVERNAME', cell: text('driverName') },
    ageColumn,
  ],
};
