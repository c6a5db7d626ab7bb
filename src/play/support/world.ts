/** Attaches a text to the step that is played. @param media its media type; plain text by default */
export type Attach = (text: string, media?: string | { readonly mediaType: string }) => void;

/** What is handed to whoever makes a world for an example. */
export interface WorldOptions {
  readonly attach: Attach;
  readonly log: (text: string) => void;
  readonly link: (...addresses: readonly string[]) => void;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** What the steps of one example share: a class of its own extends it. */
export class World {
  readonly attach: Attach;
  readonly log: (text: string) => void;
  readonly link: (...addresses: readonly string[]) => void;
  readonly parameters: Readonly<Record<string, unknown>>;

  constructor({ attach, log, link, parameters }: WorldOptions) {
    this.attach = attach;
    this.log = log;
    this.link = link;
    this.parameters = parameters;
  }
}
