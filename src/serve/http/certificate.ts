import { isIP } from 'node:net';
import { hostname, networkInterfaces } from 'node:os';
import { generate } from 'selfsigned';

/** What a server proves itself with, in PEM. */
export interface Certificate {
  readonly key: string;
  /** It is its own authority. */
  readonly cert: string;
}

const VALID_FOR = 365 * 24 * 60 * 60 * 1000;

/** As whom the machine can be reached, whichever of its addresses is listened on. */
const namesOf = (host: string): readonly string[] => {
  const addresses = Object.values(networkInterfaces()).flatMap((each = []) =>
    each.map(({ address }) => address),
  );
  const all = ['localhost', '127.0.0.1', '::1', hostname(), host, ...addresses];
  return [...new Set(all.map((name) => name.replace(/%.*$/, '')).filter(Boolean))];
};

/**
 * Makes a certificate for this machine, signed by itself, that is good for a year. Its key is nowhere but in memory.
 * @param host where the server listens
 */
export const makeCertificate = async (host: string): Promise<Certificate> => {
  const altNames = namesOf(host).map((name) =>
    isIP(name) === 0 ? { type: 2 as const, value: name } : { type: 7 as const, ip: name },
  );
  const made = await generate([{ name: 'commonName', value: 'rollcall' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    // Clocks of clients may be a little behind.
    notBeforeDate: new Date(Date.now() - 60 * 60 * 1000),
    notAfterDate: new Date(Date.now() + VALID_FOR),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', digitalSignature: true, keyCertSign: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      { name: 'subjectAltName', altNames },
    ],
  });
  return { key: made.private, cert: made.cert };
};
