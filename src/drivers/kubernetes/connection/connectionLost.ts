import { Inconclusive } from '../../../port/inconclusive';

/**
 * The server cannot be reached, has gone away, or does not accept the credentials: `message` says which, and what to do.
 * Nothing that was found since can be trusted.
 */
export class ConnectionLost extends Inconclusive {}
