import { byteLength } from '../../../fields/bytes';
import { invalid, misformatted } from '../../../fields/validation/causes';
import { dnsSubdomain } from '../../../fields/validation/formats';
import type { FieldCause } from '../../../refusals';
import type { PodSecurityContext } from '../pod';

type Windows = NonNullable<PodSecurityContext['windowsOptions']>;

const MOST_SPEC_KIB = 64;
const DOMAIN_BELOW = 256;
const MOST_USER = 104;
const DNS_LABEL = '[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?';
const DNS = new RegExp(`^${DNS_LABEL}(?:\\.${DNS_LABEL})*$`);
const NET_BIOS = /^[^\\/:*?"<>|.][^\\/:*?"<>|]{0,14}$/;
const CONTROL = /\p{Cc}/u;
const NOT_IN_USER = /["/\\:;|=,+*?<>@[\]]/;

/** What is wrong with a user's name, with or without a domain before a backslash. */
const userProblems = (name: string): readonly string[] => {
  if (name === '') return ['runAsUserName cannot be an empty string'];
  if (CONTROL.test(name)) return ['runAsUserName cannot contain control characters'];
  const parts = name.split('\\');
  if (parts.length > 2) return ['runAsUserName cannot contain more than one backslash'];
  const user = parts.at(-1) ?? '';
  const domain = parts.length === 2 ? (parts[0] ?? '') : undefined;
  const problems: string[] = [];
  if (domain !== undefined && byteLength(domain) >= DOMAIN_BELOW) {
    problems.push(`runAsUserName's Domain length must be under ${DOMAIN_BELOW} characters`);
  }
  if (domain !== undefined && !NET_BIOS.test(domain) && !DNS.test(domain)) {
    problems.push("runAsUserName's Domain doesn't match the NetBios nor the DNS format");
  }
  if (user === '') problems.push("runAsUserName's User cannot be empty");
  else if (byteLength(user) > MOST_USER) {
    problems.push(`runAsUserName's User length must not be longer than ${MOST_USER} characters`);
  }
  if (/^[. ]+$/.test(user)) problems.push("runAsUserName's User cannot contain only periods or spaces");
  if (NOT_IN_USER.test(user)) {
    problems.push(`runAsUserName's User cannot contain the following characters: "/\\:;|=,+*?<>@[]`);
  }
  return problems;
};

const specProblems = (spec: string): readonly string[] => {
  if (spec === '') return ['gmsaCredentialSpec cannot be an empty string'];
  return byteLength(spec) > MOST_SPEC_KIB * 1024
    ? [`gmsaCredentialSpec size must be under ${MOST_SPEC_KIB} KiB`]
    : [];
};

/** What a Windows container runs as. */
export const validateWindowsOptions = (options: Windows | undefined, field: string): FieldCause[] => {
  if (options === undefined) return [];
  const { gmsaCredentialSpecName: name, gmsaCredentialSpec: spec, runAsUserName: user } = options;
  return [
    ...(name === undefined ? [] : misformatted(`${field}.gmsaCredentialSpecName`, name, dnsSubdomain(name))),
    ...(spec === undefined
      ? []
      : specProblems(spec).map((why) => invalid(`${field}.gmsaCredentialSpec`, spec, why))),
    ...(user === undefined
      ? []
      : userProblems(user).map((why) => invalid(`${field}.runAsUserName`, user, why))),
  ];
};
