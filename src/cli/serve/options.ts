import { randomBytes } from 'node:crypto';
import { parseSeed } from '../../run/options';
import { isLoopback, type ServeOptions } from '../../serve/serve';
import type { OptionFlags, Request } from '../support/arguments';
import { Refusal } from '../support/refusal';

/** Where a server listens that is told nothing. */
export const PORT = 8011;

/** All options of the command. */
export const SERVE_FLAGS: readonly OptionFlags[] = [
  '--nodes <N>',
  '--seed <N>',
  '--port <N>',
  '--host <HOST>',
  '--token <TOKEN>',
  '--tls',
  '--speed <N>',
  '--paused',
  '--disturbed',
  '--cluster <NAME>',
  '--kubeconfig <FILE>',
  '--overwrite',
];

const MOST_NODES = 5000;
const LARGEST_PORT = 65_535;

const wholeNumber = (request: Request, option: string, most: number, example: string): number | undefined => {
  const text = request.value(option);
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text) || Number(text) > most)
    throw new Refusal([
      `${option} is "${text}". It takes a whole number from 0 to ${most}, like ${example}.`,
    ]);
  return Number(text);
};

const speedIn = (request: Request): number | undefined => {
  const text = request.value('--speed');
  if (text === undefined) return undefined;
  const speed = Number(text);
  if (text.trim() === '' || !(speed >= 0.01 && speed <= 10_000))
    throw new Refusal([`--speed is "${text}". It takes a number from 0.01 to 10000, like 60.`]);
  return speed;
};

const tokenIn = (request: Request, host: string): string | undefined => {
  const token = request.value('--token');
  if (token === 'auto') return randomBytes(16).toString('hex');
  if (token !== undefined && !/^\S+$/.test(token))
    throw new Refusal(['--token takes a word without blanks, or "auto", which makes one.']);
  if (token === undefined && !isLoopback(host))
    throw new Refusal([
      `--host ${host}: others could reach the clusters there. Say what clients have to show, with --token TOKEN, or --token auto.`,
    ]);
  return token;
};

/** What the command line asks to be served. @throws Refusal, SeedError */
export const serveOptionsIn = (
  request: Request,
): ServeOptions & { readonly port: number; readonly host: string } => {
  const host = request.value('--host') ?? '127.0.0.1';
  const seed = request.value('--seed');
  const clusters = request.values('--cluster');
  const speed = speedIn(request);
  const token = tokenIn(request, host);
  return {
    host,
    port: wholeNumber(request, '--port', LARGEST_PORT, String(PORT)) ?? PORT,
    nodes: wholeNumber(request, '--nodes', MOST_NODES, '5') ?? 0,
    paused: request.has('--paused'),
    disturbed: request.has('--disturbed'),
    ...(seed === undefined ? {} : { seed: parseSeed(seed, '--seed') }),
    ...(speed === undefined ? {} : { speed }),
    ...(token === undefined ? {} : { token }),
    ...(request.has('--tls') ? { tls: true } : {}),
    ...(clusters.length === 0 ? {} : { clusters: [...new Set(clusters)] }),
  };
};
