import { forbidden, invalid, notFound, notSupported, required } from '../../../fields/validation/causes';
import { noBacksteps, relativePath } from '../../../fields/validation/paths';
import type { FieldCause } from '../../../refusals';
import type { Container, Volume } from '../pod';

type Volumes = ReadonlyMap<string, Volume>;
type Mount = NonNullable<Container['volumeMounts']>[number];

const PROPAGATIONS = ['Bidirectional', 'HostToContainer', 'None'];
const RECURSIVE = ['Disabled', 'Enabled', 'IfPossible'];

const validatePropagation = (mode: string, container: Container, field: string): FieldCause[] => {
  const causes = PROPAGATIONS.includes(mode) ? [] : [notSupported(field, mode, PROPAGATIONS)];
  if (mode === 'Bidirectional' && container.securityContext?.privileged !== true) {
    causes.push(
      forbidden(field, 'Bidirectional mount propagation is available only to privileged containers'),
    );
  }
  return causes;
};

const validateRecursiveReadOnly = (mount: Mount, field: string): FieldCause[] => {
  const { recursiveReadOnly: mode, readOnly, mountPropagation } = mount;
  if (mode === undefined || mode === 'Disabled') return [];
  if (!RECURSIVE.includes(mode)) return [notSupported(field, mode, RECURSIVE)];
  return [
    ...(readOnly ? [] : [forbidden(field, 'may only be specified when readOnly is true')]),
    ...(mountPropagation === undefined || mountPropagation === 'None'
      ? []
      : [forbidden(field, 'may only be specified when mountPropagation is None or not specified')]),
  ];
};

/** Where a container mounts volumes: they must exist, and every place may be used once. */
export const validateMounts = (container: Container, volumes: Volumes, field: string): FieldCause[] => {
  const causes: FieldCause[] = [];
  const places = new Set<string>();
  const devices = container.volumeDevices ?? [];
  container.volumeMounts?.forEach((mount, index) => {
    const at = `${field}[${index}]`;
    const { name = '', mountPath = '', subPath, subPathExpr, mountPropagation } = mount;
    if (name === '') causes.push(required(`${at}.name`));
    if (!volumes.has(name)) causes.push(notFound(`${at}.name`, name));
    if (mountPath === '') causes.push(required(`${at}.mountPath`));
    if (places.has(mountPath)) causes.push(invalid(`${at}.mountPath`, mountPath, 'must be unique'));
    places.add(mountPath);
    if (devices.some((device) => device.name === name)) {
      causes.push(invalid(`${at}.name`, name, 'must not already exist in volumeDevices'));
    }
    if (devices.some((device) => device.devicePath === mountPath)) {
      causes.push(invalid(`${at}.mountPath`, mountPath, 'must not already exist as a path in volumeDevices'));
    }
    if (subPath) causes.push(...relativePath(subPath, `${field}.subPath`));
    if (subPathExpr) {
      if (subPath) {
        causes.push(
          invalid(`${at}.subPathExpr`, subPathExpr, 'subPathExpr and subPath are mutually exclusive'),
        );
      }
      causes.push(...relativePath(subPathExpr, `${field}.subPathExpr`));
    }
    if (mountPropagation !== undefined) {
      causes.push(...validatePropagation(mountPropagation, container, `${field}.mountPropagation`));
    }
    causes.push(...validateRecursiveReadOnly(mount, `${field}.recursiveReadOnly`));
  });
  return causes;
};

/** Raw block devices: claims only, every name and path once. */
export const validateDevices = (container: Container, volumes: Volumes, field: string): FieldCause[] => {
  const causes: FieldCause[] = [];
  const names = new Set<string>();
  const paths = new Set<string>();
  const mounts = container.volumeMounts ?? [];
  container.volumeDevices?.forEach(({ name = '', devicePath = '' }, index) => {
    const at = `${field}[${index}]`;
    const volume = volumes.get(name);
    if (name === '') causes.push(required(`${at}.name`));
    if (names.has(name)) causes.push(invalid(`${at}.name`, name, 'must be unique'));
    if (volume && !volume.persistentVolumeClaim && !volume.ephemeral) {
      causes.push(
        invalid(
          `${at}.name`,
          name,
          'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode',
        ),
      );
    }
    if (!volume) causes.push(notFound(`${at}.name`, name));
    if (devicePath === '') causes.push(required(`${at}.devicePath`));
    if (paths.has(devicePath)) causes.push(invalid(`${at}.devicePath`, devicePath, 'must be unique'));
    if (noBacksteps(devicePath, '').length > 0) {
      causes.push(invalid(`${at}.devicePath`, devicePath, "can not contain backsteps ('..')"));
    } else paths.add(devicePath);
    if (mounts.some((mount) => mount.name === name)) {
      causes.push(invalid(`${at}.name`, name, 'must not already exist in volumeMounts'));
    }
    if (mounts.some((mount) => mount.mountPath === devicePath)) {
      causes.push(
        invalid(`${at}.devicePath`, devicePath, 'must not already exist as a path in volumeMounts'),
      );
    }
    if (name !== '') names.add(name);
  });
  return causes;
};
