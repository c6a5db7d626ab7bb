const SHOWN = 30;

/** The beginning of a body, as refusals show it: text if it might be JSON, and otherwise hexadecimal. */
export const summaryOf = (body: Buffer): string => {
  if (body.length === 0) return '<empty>';
  const rest = body.length > SHOWN ? ' ...' : '';
  const start = body.subarray(0, SHOWN);
  return `${start.toString(body[0] === 0x7b ? 'utf8' : 'hex')}${rest}`;
};
