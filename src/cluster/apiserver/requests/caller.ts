/** Who makes a request. */
export interface Caller {
  readonly name: string;
  readonly groups: readonly string[];
  /**
   * Part of the control plane: may do everything, and sends objects that need no checking because they
   * were made from objects that were checked.
   */
  readonly controlPlane?: boolean;
}

/** The group whose members may do everything. */
export const MASTERS = 'system:masters';

export const administrator: Caller = { name: 'system:admin', groups: [MASTERS, 'system:authenticated'] };

/** A component of the control plane. */
export const component = (name: string): Caller => ({
  name: `system:${name}`,
  groups: [MASTERS, 'system:authenticated'],
  controlPlane: true,
});
