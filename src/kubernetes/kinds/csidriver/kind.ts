import { always, fill } from '../../fields/fill';
import { defineKind } from '../kind';
import type { CSIDriver } from './csiDriver';
import { validateDriver, validateDriverUpdate, warningsOfDriver } from './validation';

/**
 * CSI drivers: what attaches and mounts volumes of one make.
 * @see k8s.io/kubernetes/pkg/apis/storage/v1 SetDefaults_CSIDriver
 */
export const csidrivers = defineKind<CSIDriver>({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'CSIDriver',
  plural: 'csidrivers',
  namespaced: false,
  defaults: (driver) =>
    always(driver, 'spec', (spec) =>
      fill(spec, {
        attachRequired: true,
        podInfoOnMount: false,
        storageCapacity: false,
        fsGroupPolicy: 'ReadWriteOnceWithFSType',
        volumeLifecycleModes: ['Persistent'],
        requiresRepublish: false,
        seLinuxMount: false,
      }),
    ),
  validateCreate: validateDriver,
  validateUpdate: validateDriverUpdate,
  warnings: warningsOfDriver,
});
