import { KUBERNETES } from '../../kubernetes/release';
import type { TextAnswer } from '../http/answer';
import { indentedJson, plainText } from '../http/texts';

const ARCHITECTURES: Readonly<Record<string, string>> = { x64: 'amd64', ia32: '386' };

/**
 * What `/version` answers: the release whose rules are followed. Nothing was compiled, so commit, date and compiler are
 * left empty.
 * @see k8s.io/apimachinery/pkg/version Info
 */
export const versionAnswer = (): TextAnswer => {
  const { major, minor, gitVersion } = KUBERNETES;
  return indentedJson({
    major,
    minor,
    emulationMajor: major,
    emulationMinor: minor,
    minCompatibilityMajor: major,
    minCompatibilityMinor: String(Number(minor) - 1),
    gitVersion,
    gitCommit: '',
    gitTreeState: '',
    buildDate: '1970-01-01T00:00:00Z',
    goVersion: '',
    compiler: '',
    platform: `${process.platform}/${ARCHITECTURES[process.arch] ?? process.arch}`,
  });
};

/** Who issues the tokens of service accounts. */
export const ISSUER = 'https://kubernetes.default.svc.cluster.local';

const forAnHour = { 'cache-control': 'public, max-age=3600' };

/** What `/.well-known/openid-configuration` answers. @param address host and port of the server */
export const openIdConfiguration = (address: string): TextAnswer => ({
  code: 200,
  type: 'application/json',
  headers: forAnHour,
  text: JSON.stringify({
    issuer: ISSUER,
    jwks_uri: `https://${address}/openid/v1/jwks`,
    response_types_supported: ['id_token'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  }),
});

/** What `/openid/v1/jwks` answers: tokens are not signed here, so there are no keys. */
export const openIdKeys = (): TextAnswer => ({
  code: 200,
  type: 'application/jwk-set+json',
  headers: forAnHour,
  text: JSON.stringify({ keys: [] }),
});

/** What `/metrics` answers. */
export const noMetrics = (): TextAnswer => plainText(501, 'this API server does not measure itself\n');
