/** decimal.Decimal: (-1)^negative · digits · 10^exponent. Only finite ones. */
export interface Decimal {
  readonly negative: boolean;
  readonly digits: bigint;
  readonly exponent: number;
}

const literal = /^\s*([+-]?)(\d[\d_]*)?(?:\.(\d[\d_]*)?)?(?:[eE]([+-]?\d+))?\s*$/;

/** decimal.Decimal(text); null for what it refuses, and for NaN and infinities, which Django's fields refuse. */
export function parseDecimal(text: string): Decimal | null {
  const match = literal.exec(text);
  if (!match || (match[2] === undefined && match[3] === undefined)) return null;
  const whole = (match[2] ?? "").replaceAll("_", "");
  const fraction = (match[3] ?? "").replaceAll("_", "");
  return { negative: match[1] === "-", digits: BigInt(whole + fraction || "0"), exponent: Number(match[4] ?? 0) - fraction.length };
}

/** Decimal(int). */
export function decimalOf(value: bigint): Decimal {
  return { negative: value < 0n, digits: value < 0n ? -value : value, exponent: 0 };
}

/** Context(prec=precision).create_decimal_from_float: the binary value exactly, then rounded half to even. */
export function decimalFromFloat(value: number, precision: number): Decimal {
  return roundTo(exactDecimal(value), precision);
}

/** Decimal(float): exact. */
export function exactDecimal(value: number): Decimal {
  let digits = Math.abs(value);
  let exponent = 0;
  while (!Number.isInteger(digits)) {
    digits *= 2;
    exponent -= 1;
  }
  // m · 2^-k = m · 5^k · 10^-k
  return { negative: value < 0 || Object.is(value, -0), digits: BigInt(digits) * 5n ** BigInt(-exponent), exponent };
}

/** At most `precision` significant digits, half to even. */
export function roundTo(value: Decimal, precision: number): Decimal {
  const excess = String(value.digits).length - precision;
  if (excess <= 0) return value;
  const rounded = { ...value, digits: divideHalfEven(value.digits, 10n ** BigInt(excess)), exponent: value.exponent + excess };
  return String(rounded.digits).length > precision ? roundTo(rounded, precision) : rounded;
}

/** Decimal.quantize to `places` digits after the point. */
export function quantize(value: Decimal, places: number): Decimal {
  const shift = value.exponent + places;
  if (shift >= 0) return { ...value, digits: value.digits * 10n ** BigInt(shift), exponent: -places };
  return { ...value, digits: divideHalfEven(value.digits, 10n ** BigInt(-shift)), exponent: -places };
}

function divideHalfEven(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  const twice = (value % divisor) * 2n;
  if (twice > divisor || (twice === divisor && quotient % 2n === 1n)) return quotient + 1n;
  return quotient;
}

/** str(Decimal): scientific where the exponent is positive or the number very small. */
export function decimalString(value: Decimal): string {
  const digits = String(value.digits);
  const sign = value.negative ? "-" : "";
  const adjusted = value.exponent + digits.length - 1;
  if (value.exponent <= 0 && adjusted >= -6) return decimalFixed(value);
  const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
  return `${sign}${mantissa}E${adjusted < 0 ? "" : "+"}${adjusted}`;
}

/** format(Decimal, "f"). */
export function decimalFixed(value: Decimal): string {
  const sign = value.negative ? "-" : "";
  if (value.exponent >= 0) return `${sign}${value.digits === 0n ? "0" : `${value.digits}${"0".repeat(value.exponent)}`}`;
  const padded = String(value.digits).padStart(1 - value.exponent, "0");
  const point = padded.length + value.exponent;
  return `${sign}${padded.slice(0, point)}.${padded.slice(point)}`;
}
