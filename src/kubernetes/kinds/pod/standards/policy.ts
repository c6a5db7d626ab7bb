import { invalid } from '../../../fields/validation/causes';
import type { StringMap } from '../../../object';
import type { FieldCause } from '../../../refusals';
import { LEVELS, type Level, type Standard, type StandardVersion } from './standards';

/** What a namespace wants of its pods: what they must meet, and what it is warned of, and what is written down. */
export interface PodSecurityPolicy {
  readonly enforce: Standard;
  readonly audit: Standard;
  readonly warn: Standard;
}

const LABEL = 'pod-security.kubernetes.io/';
const VERSION = /^v1\.(0|[1-9]\d*)$/;

const levelIn = (text: string): Level | undefined => LEVELS.find((level) => level === text);

const versionIn = (text: string): StandardVersion | undefined => {
  if (text === 'latest') return text;
  const [, minor] = VERSION.exec(text) ?? [];
  return minor === undefined ? undefined : Number(minor);
};

/** True if the first level is stricter than the second. */
export const isStricter = (a: Level, b: Level): boolean => LEVELS.indexOf(a) > LEVELS.indexOf(b);

/** Reads labels one after another, and notes what is wrong with them. */
class Labels {
  readonly causes: FieldCause[] = [];
  readonly #labels: StringMap;

  constructor(labels: StringMap) {
    this.#labels = labels;
  }

  has(name: string): boolean {
    return this.#labels[`${LABEL}${name}`] !== undefined;
  }

  level(name: string, otherwise: Level): Level {
    return this.#read(name, levelIn, `must be one of ${LEVELS.join(', ')}`, 'privileged', otherwise);
  }

  version(name: string): StandardVersion {
    return this.#read(`${name}-version`, versionIn, 'must be "latest" or "v1.x"', 'latest', 'latest');
  }

  #read<T>(name: string, read: (text: string) => T | undefined, why: string, ifNone: T, ifWrong: T): T {
    const key = `${LABEL}${name}`;
    const text = this.#labels[key];
    if (text === undefined) return ifNone;
    const found = read(text);
    if (found === undefined) this.causes.push(invalid(`metadata.labels[${key}]`, text, why));
    return found ?? ifWrong;
  }
}

/**
 * What the labels of a namespace say of its pods. Nothing said means that pods may do everything; what is wrong means
 * for `enforce` that they may do next to nothing. A namespace that says nothing of warnings is warned of what it
 * forbids.
 * @see staging/src/k8s.io/pod-security-admission/api/helpers.go PolicyToEvaluate
 */
export const podSecurityOf = (
  labels: StringMap = {},
): { readonly policy: PodSecurityPolicy; readonly causes: readonly FieldCause[] } => {
  const said = new Labels(labels);
  const enforceLevel = said.level('enforce', 'restricted');
  const isKnown = said.has('enforce') && said.causes.length === 0;
  const enforce = { level: enforceLevel, version: said.version('enforce') };
  const audit = { level: said.level('audit', 'privileged'), version: said.version('audit') };
  let warn: Standard = { level: said.level('warn', 'privileged'), version: said.version('warn') };
  if (!said.has('warn') && isKnown && isStricter(enforce.level, warn.level)) {
    warn = { level: enforce.level, version: said.has('warn-version') ? warn.version : enforce.version };
  }
  return { policy: { enforce, audit, warn }, causes: said.causes };
};
