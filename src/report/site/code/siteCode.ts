/** A script that is unpacked when it is needed. */
export interface Block {
  readonly name: string;
  /** Gzip, in base64. */
  readonly packed: string;
  /** Its text, if the page itself runs it: the policy of the page names what may be run. */
  readonly runs?: string;
}

/** Style and scripts of the page, as they stand in it. */
export interface SiteCode {
  readonly style: string;
  /** What counts where there is no script. */
  readonly plainStyle: string;
  /** Empty if it could not be built. */
  readonly script: string;
  readonly blocks: readonly Block[];
}
