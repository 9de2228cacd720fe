import { deflateRawSync, crc32 } from "zlib";
import { FileFault } from "../../../src/files/fileErrors";
import { nodeInflater, portableInflater, type Inflater } from "../../../src/files/inflate";

const native = nodeInflater();
const INFLATERS: readonly (readonly [string, Inflater])[] = [
  ["fflate", portableInflater],
  ...(native ? [["Node", native] as const] : []),
];
const text = new Uint8Array(Buffer.from("Lịch sử Đảng bộ xã An Lạc, ".repeat(40_000)));
const small = text.slice(0, 5_000);
const packed = (bytes: Uint8Array): Uint8Array => new Uint8Array(deflateRawSync(bytes));

function faultOf(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error instanceof FileFault ? error.fault : "other";
  }
}

test("Node inflates by itself where it can", () => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 20 && minor >= 16)) expect(native).toBeDefined();
});

describe.each(INFLATERS)("%s", (_, { inflate, crc32: checksum }) => {
  test.each([
    ["the right size", (length: number) => length],
    ["no size", () => 0],
    ["too small a size", (length: number) => length - 1],
    ["too large a size", (length: number) => length * 2],
  ])("inflates parts that declare %s", (_name, declared) => {
    for (const whole of [new Uint8Array(), small, text]) {
      const part = inflate(packed(whole), Math.max(0, declared(whole.length)), 2_000_000);
      expect(Buffer.compare(part, whole)).toBe(0);
      expect(part).toBeInstanceOf(Uint8Array);
    }
  });

  test("stops at the limit, whatever is declared", () => {
    for (const whole of [small, text]) {
      expect(inflate(packed(whole), whole.length, whole.length)).toHaveLength(whole.length);
      for (const declared of [10, whole.length, 4_000_000_000]) {
        expect(faultOf(() => inflate(packed(whole), declared, whole.length - 1))).toBe("inflatesTooMuch");
        expect(faultOf(() => inflate(packed(whole), declared, 1_000))).toBe("inflatesTooMuch");
      }
    }
  });

  test("refuses what is cut off", () => {
    expect(faultOf(() => inflate(packed(text).slice(0, 100), text.length, 2_000_000))).toBe("other");
  });

  test("checksums", () => {
    for (const length of [0, 1, 7, 8, 9, 4_999]) {
      expect(checksum(small.slice(0, length))).toBe(crc32(small.slice(0, length)));
    }
  });
});
