/** The basic alphabet of 3GPP TS 23.038, which GSM networks carry in seven bits a letter. */
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑܧ¿abcdefghijklmnopqrstuvwxyzäöñüà',
);

/** Letters of its extension: an escape goes before them, so that each takes the place of two. */
const EXTENSION = new Set('\f^{}\\[~]|€');

/** How many letters a character takes in the 7-bit alphabet: 1, 2, or none if the alphabet lacks it. */
export function gsm7Length(character: string): 1 | 2 | undefined {
  if (BASIC.has(character)) return 1;
  return EXTENSION.has(character) ? 2 : undefined;
}
