import type { Caller } from '../caller';

/** Somebody, as reviews describe them. */
export const userInfoOf = ({ name, uid, groups, extra = {} }: Caller): object => ({
  username: name,
  ...(uid ? { uid } : {}),
  ...(groups.length > 0 ? { groups } : {}),
  ...(Object.keys(extra).length > 0 ? { extra } : {}),
});
