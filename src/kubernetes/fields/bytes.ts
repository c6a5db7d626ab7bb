/** How many bytes a text takes in UTF-8. Half a surrogate pair counts as the three bytes of what replaces it. */
export const byteLength = (text: string): number => {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    if (unit < 0x800) bytes += 1;
    else if (isPair(text, at)) {
      bytes += 2;
      at++;
    } else bytes += 2;
  }
  return bytes;
};

const isPair = (text: string, at: number): boolean => {
  const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  return first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000;
};

/** How many bytes a text in base64 stands for; padding and line breaks stand for none. */
export const decodedLength = (base64: string): number =>
  Math.floor((base64.replace(/[^A-Za-z0-9+/_-]/g, '').length * 3) / 4);
