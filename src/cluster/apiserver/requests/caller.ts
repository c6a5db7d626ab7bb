/** Who makes a request: somebody from outside the control plane, who is trusted with nothing. */
export interface Caller {
  readonly name: string;
  readonly groups: readonly string[];
}

/** The group whose members may do everything. */
export const MASTERS = 'system:masters';

export const administrator: Caller = { name: 'system:admin', groups: [MASTERS, 'system:authenticated'] };
