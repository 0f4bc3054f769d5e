/** An integer literal: decimal, 0x, 0o, 0b, underscores, Python 2's `0777` and `1L`. null for a complex number or more digits than Python reads (4,300). */
export function readInteger(source: string): number | bigint | null {
  const digits = source.replace(/_/g, "").replace(/[lL]$/, "");
  if (digits.length > 4300 || !/^[0-9]/.test(digits)) return null;
  if (/^0[0-7]+$/.test(digits)) return integer(BigInt(`0o${digits}`));
  if (/^\d+$/.test(digits)) return digits.length < 16 ? Number(digits) : integer(BigInt(digits));
  if (/^0(x[0-9a-f]+|o[0-7]+|b[01]+)$/i.test(digits)) return integer(BigInt(digits.toLowerCase()));
  return null;
}

/** A number where that is exact, else a bigint. */
export function integer(value: bigint): number | bigint {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}
