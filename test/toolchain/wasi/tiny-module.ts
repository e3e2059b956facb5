/**
 * WASI command modules written down instruction by instruction, a few dozen bytes each.
 * Spec: https://webassembly.github.io/spec/core/binary/index.html
 */

/** The functions of WASI that the tests call; all give an i32, but `proc_exit`. */
const FUNCTIONS = {
  args_get: { parameters: ["i32", "i32"] },
  args_sizes_get: { parameters: ["i32", "i32"] },
  clock_time_get: { parameters: ["i32", "i64", "i32"] },
  fd_read: { parameters: ["i32", "i32", "i32", "i32"] },
  fd_write: { parameters: ["i32", "i32", "i32", "i32"] },
  path_open: { parameters: ["i32", "i32", "i32", "i32", "i32", "i64", "i64", "i32", "i32"] },
  proc_exit: { parameters: ["i32"] },
  random_get: { parameters: ["i32", "i32"] },
} as const;

export type FunctionName = keyof typeof FUNCTIONS;

/** One statement of `_start`. */
export type Statement =
  /** Call, and drop what it gives. */
  { readonly call: FunctionName; readonly values: readonly Value[] } | { readonly unreachable: true };

/** A constant, or the 32 bits that stand in memory at an address. */
type Value = number | bigint | { readonly at: number };

const TYPES = { i32: 0x7f, i64: 0x7e } as const;

/** @param data Address -> bytes that stand there at the start. The memory has one page. */
export function tinyModule(
  statements: readonly Statement[],
  data: Readonly<Record<number, Uint8Array>> = {},
): WebAssembly.Module {
  const names = Object.keys(FUNCTIONS) as FunctionName[];
  const types = names.map((name) => {
    const results = name === "proc_exit" ? [] : [TYPES.i32];
    return [
      0x60,
      ...vector(FUNCTIONS[name].parameters.map((type) => [TYPES[type]])),
      ...vector(results.map((type) => [type])),
    ];
  });
  const imports = names.map((name, index) => [
    ...text("wasi_snapshot_preview1"),
    ...text(name),
    0x00,
    ...unsigned(index),
  ]);
  const code = statements.flatMap((statement) => {
    if ("unreachable" in statement) return [0x00];
    const { call, values } = statement;
    return [...values.flatMap(push), 0x10, ...unsigned(names.indexOf(call)), ...(call === "proc_exit" ? [] : [0x1a])];
  });
  const body = [0x00, ...code, 0x0b];
  const segments = Object.entries(data).map(([address, bytes]) => {
    return [0x00, ...push(Number(address)), 0x0b, ...vector([...bytes].map((byte) => [byte]))];
  });
  return new WebAssembly.Module(
    Uint8Array.from([
      ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
      ...section(1, vector([...types, [0x60, 0x00, 0x00]])),
      ...section(2, vector(imports)),
      ...section(3, vector([unsigned(names.length)])),
      ...section(5, vector([[0x00, 0x01]])),
      ...section(
        7,
        vector([
          [...text("memory"), 0x02, 0x00],
          [...text("_start"), 0x00, ...unsigned(names.length)],
        ]),
      ),
      ...section(10, vector([[...unsigned(body.length), ...body]])),
      ...section(11, vector(segments)),
    ]),
  );
}

function push(value: Value): number[] {
  if (typeof value === "bigint") return [0x42, ...signed(value)]; // i64.const
  if (typeof value === "number") return [0x41, ...signed(BigInt(value))]; // i32.const
  return [0x41, ...signed(BigInt(value.at)), 0x28, 0x02, 0x00]; // i32.load
}

function section(id: number, content: readonly number[]): number[] {
  return [id, ...unsigned(content.length), ...content];
}

function vector(items: readonly (readonly number[])[]): number[] {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): number[] {
  return vector([...new TextEncoder().encode(value)].map((byte) => [byte]));
}

/** LEB128 */
function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: bigint): number[] {
  const low = Number(value & 0x7fn);
  const rest = value >> 7n;
  const isLast = (rest === 0n && low < 0x40) || (rest === -1n && low >= 0x40);
  return isLast ? [low] : [low | 0x80, ...signed(rest)];
}
