const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...DIGITS].map((digit, value) => [digit, value]));

const WHOLE = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The bytes that a text in base64 stands for; line breaks are passed over. Undefined for any other text. */
export const bytesOf = (text: string): readonly number[] | undefined => {
  const digits = text.replace(/[\r\n]/g, '');
  if (!WHOLE.test(digits)) return undefined;
  const bytes: number[] = [];
  let bits = 0;
  let width = 0;
  for (const digit of digits.replaceAll('=', '')) {
    bits = ((bits << 6) | (VALUES.get(digit) ?? 0)) & 0xffff;
    width += 6;
    if (width < 8) continue;
    width -= 8;
    bytes.push((bits >> width) & 0xff);
  }
  return bytes;
};
