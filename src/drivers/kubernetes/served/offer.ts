import type { ResourceType } from '../../../kubernetes/resourceType';

/** The kinds by which a cluster lets time, machines, images and containers be told what to do: group and kind of each. */
const KINDS = {
  clocks: ['clock.rollcall.dev', 'Clock'],
  steps: ['clock.rollcall.dev', 'Step'],
  machines: ['machines.rollcall.dev', 'Machine'],
  reboots: ['machines.rollcall.dev', 'Reboot'],
  shutdowns: ['machines.rollcall.dev', 'Shutdown'],
  images: ['images.rollcall.dev', 'Image'],
  exits: ['containers.rollcall.dev', 'ContainerExit'],
  readinesses: ['containers.rollcall.dev', 'PodReadiness'],
  finishes: ['containers.rollcall.dev', 'PodFinish'],
  settings: ['settings.rollcall.dev', 'Settings'],
  restarts: ['settings.rollcall.dev', 'Restart'],
} as const;

/** What a cluster offers that has a world of its own, as discovery describes it. */
export type Offer = Readonly<Record<keyof typeof KINDS, ResourceType>>;

/** What a cluster offers that serves all of these kinds; undefined for all other clusters. */
export const offerIn = (kinds: readonly ResourceType[]): Offer | undefined => {
  const found = Object.entries(KINDS).flatMap(([key, [group, kind]]) => {
    const served = kinds.find((each) => each.group === group && each.kind === kind);
    return served ? [[key, served] as const] : [];
  });
  // Each of its keys was found.
  return found.length === Object.keys(KINDS).length ? (Object.fromEntries(found) as Offer) : undefined;
};
