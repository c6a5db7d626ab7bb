import type { Node } from '../../kubernetes/kinds/node/node';
import { KUBERNETES } from '../../kubernetes/release';
import type { Machine } from '../../port/world';

/** Text that looks like an identifier, and is the same for the same machine. */
const identifier = (seed: string, length: number): string => {
  let text = '';
  for (let round = 0; text.length < length; round++)
    text += (hash(`${seed}/${round}`) >>> 0).toString(16).padStart(8, '0');
  return text.slice(0, length);
};

const hash = (text: string): number => {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum;
};

const dashed = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');

/**
 * What a kubelet says of the system it runs on.
 * @param boots how often the machine was started: each time it has another boot ID
 * @see pkg/kubelet/nodestatus/setters.go MachineInfo, VersionInfo
 */
export const nodeInfoOf = ({ name, labels }: Machine, boots: number): Node['status']['nodeInfo'] => ({
  machineID: identifier(name, 32),
  systemUUID: dashed(identifier(`${name}/system`, 32)),
  bootID: dashed(identifier(`${name}/boot/${boots}`, 32)),
  kernelVersion: '6.12.0-55.el10.x86_64',
  osImage: 'Fedora CoreOS 42',
  containerRuntimeVersion: 'cri-o://1.36.0',
  kubeletVersion: KUBERNETES.gitVersion,
  kubeProxyVersion: '',
  operatingSystem: 'linux',
  architecture: labels?.['kubernetes.io/arch'] ?? 'amd64',
});
