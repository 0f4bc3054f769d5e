import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalFixed, decimalFromFloat, decimalString, exactDecimal, parseDecimal, quantize } from "../../../src/sql/literal/decimal.ts";
import { floatRepr } from "../../../src/sql/literal/float.ts";
import { jsonString } from "../../../src/sql/literal/json.ts";

describe("repr(float)", () => {
  it.each([
    [0, "0.0"],
    [-0, "-0.0"],
    [1, "1.0"],
    [123456789012345680, "1.2345678901234568e+17"],
    [1e15, "1000000000000000.0"],
    [9999999999999998, "9999999999999998.0"],
    [1e16, "1e+16"],
    [0.0001, "0.0001"],
    [0.00001, "1e-05"],
    [-1.5e-300, "-1.5e-300"],
    [Infinity, "inf"],
    [NaN, "nan"],
  ])("%d is %s", (value, text) => {
    expect(floatRepr(value)).toBe(text);
  });

  it("reads back as the same number", () => {
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => Object.is(Number(floatRepr(value)), value)));
  });
});

describe("str(Decimal)", () => {
  it.each(["0.00", "1.5", "-1.50", "1E+3", "1E-7", "0.000001", "0E-10", "123.456E+10", "-0"])("%s comes back", (text) => {
    const value = parseDecimal(text)!;
    expect(decimalString(value)).toBe(text === "123.456E+10" ? "1.23456E+12" : text);
  });

  it.each(["", ".", "abc", "NaN", "Infinity", "1.2.3"])("%j is refused", (text) => {
    expect(parseDecimal(text)).toBeNull();
  });

  it("is exact for floats: the value, and then the context's precision", () => {
    expect(decimalString(exactDecimal(0.1))).toBe("0.1000000000000000055511151231257827021181583404541015625");
    expect(decimalString(decimalFromFloat(0.1, 10))).toBe("0.1000000000");
    expect(decimalString(decimalFromFloat(0.5, 10))).toBe("0.5");
    expect(decimalString(decimalFromFloat(1e22, 5))).toBe("1.0000E+22");
  });

  it.each([
    ["0.125", 2, "0.12"],
    ["0.375", 2, "0.38"],
    ["9.999", 2, "10.00"],
    ["5", 2, "5.00"],
    ["-0.005", 2, "-0.00"],
    ["1E+3", 1, "1000.0"],
  ])("quantize(%s, %d) is %s: half to even", (text, places, expected) => {
    expect(decimalFixed(quantize(parseDecimal(text)!, places))).toBe(expected);
  });
});

describe("json.dumps of text", () => {
  it("is ASCII, and JSON reads it back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const json = jsonString(text);
        return !/[^ -~]/.test(json) && JSON.parse(json) === text;
      }),
    );
  });
});
