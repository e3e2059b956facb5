/**
 * Where the fields of a struct lie. clang 22 aligns `i128` to 16 bytes everywhere; LLVM 13 aligned it to 8 on some
 * machines. A struct whose fields would move becomes a packed one with explicit padding, and its fields get new numbers.
 * Spec: https://llvm.org/docs/LangRef.html#data-layout
 */
import { PackwheelError } from "../../core/errors.ts";
import { integerType, type StructType, sequenceType, structText, type Type } from "./types.ts";

/** What memory of a type looks like to LLVM 13. */
export interface Placement {
  readonly text: string;
  /** Old field number to new; undefined where they are the same. */
  readonly fields: readonly number[] | undefined;
  /** With the padding; of a repacked struct only. */
  readonly padded: readonly PaddedField[] | undefined;
}

export type PaddedField =
  | { readonly kind: "field"; readonly index: number }
  | { readonly kind: "padding"; readonly text: string };

interface Extent {
  readonly size: number;
  readonly alignment: number;
}

/** Machines on which LLVM 13 aligns i128 to 8 bytes, and on which C has such a type. */
const NARROW_I128 = /^(?:x86_64|amd64|powerpc64|ppc64)/;

export class Layout {
  readonly #named: ReadonlyMap<string, Type>;
  readonly #isNarrow: boolean;
  readonly #isRefused: boolean;
  readonly #placements = new Map<string, Placement>();
  readonly #wide = new Map<string, boolean>();

  /** @param named Types by name, `%struct.point`. */
  constructor(triple: string, named: ReadonlyMap<string, Type>) {
    this.#named = named;
    this.#isRefused = /^i\d86-/.test(triple);
    this.#isNarrow = this.#isRefused || NARROW_I128.test(triple);
  }

  /** The struct behind a name; the type itself for others. */
  resolve(type: Type): Type {
    return type.kind === "named" ? (this.#named.get(type.text) ?? type) : type;
  }

  /** The type as memory holds it. */
  placement(type: Type): Placement {
    const known = this.#placements.get(type.text);
    if (known !== undefined) return known;
    const placement = this.#place(type);
    this.#placements.set(type.text, placement);
    return placement;
  }

  /** Whether a value of this type cannot be loaded or stored as one: its fields lie elsewhere in memory. */
  isMoved(type: Type): boolean {
    return type.kind !== "named" && this.placement(type).text !== type.text;
  }

  #place(type: Type): Placement {
    const plain = { text: type.text, fields: undefined, padded: undefined };
    if (!this.#isNarrow || !this.#holdsWide(type)) return plain;
    if (this.#isRefused && type.kind !== "integer") throw unplaced(type);
    if (type.kind === "array") return { ...plain, text: `[${type.count} x ${this.placement(type.element).text}]` };
    const struct = this.resolve(type);
    if (struct.kind !== "struct" || struct.packed) return plain;
    const wanted = this.#offsets(struct, 16);
    const given = this.#offsets(struct, 8);
    const isSame = wanted.size === given.size && wanted.at.every((offset, index) => offset === given.at[index]);
    if (isSame) return plain;
    const padded: PaddedField[] = [];
    const texts: string[] = [];
    const fields: number[] = [];
    const pad = (bytes: number): void => {
      if (bytes <= 0) return;
      const { text } = sequenceType("array", bytes, integerType(8));
      padded.push({ kind: "padding", text });
      texts.push(text);
    };
    let end = 0;
    struct.fields.forEach((field, index) => {
      const offset = wanted.at[index] ?? 0;
      pad(offset - end);
      fields.push(texts.length);
      padded.push({ kind: "field", index });
      texts.push(this.placement(field).text);
      end = offset + this.#extent(field, 16).size;
    });
    pad(wanted.size - end);
    const text = structText(texts, true);
    return { text: type.kind === "named" ? type.text : text, fields, padded };
  }

  /** The text of a named type's definition. */
  definition(type: StructType, name: string): string {
    const { padded } = this.placement({ kind: "named", text: name });
    if (padded === undefined) {
      return structText(
        type.fields.map((field) => this.placement(field).text),
        type.packed,
      );
    }
    const texts = padded.map((field) =>
      field.kind === "padding" ? field.text : this.placement(type.fields[field.index] ?? type).text,
    );
    return structText(texts, true);
  }

  #holdsWide(type: Type): boolean {
    if (type.kind === "integer") return type.bits > 64;
    if (type.kind === "array") return this.#holdsWide(type.element);
    if (type.kind !== "struct" && type.kind !== "named") return false;
    const known = this.#wide.get(type.text);
    if (known !== undefined) return known;
    const struct = this.resolve(type);
    const holds = struct.kind === "struct" && struct.fields.some((field) => this.#holdsWide(field));
    this.#wide.set(type.text, holds);
    return holds;
  }

  /** @param wide Alignment of i128. With 8, inner structs count as what they become. */
  #offsets(
    struct: StructType,
    wide: 8 | 16,
  ): { readonly at: readonly number[]; readonly size: number; readonly alignment: number } {
    const at: number[] = [];
    let end = 0;
    let most = 1;
    for (const field of struct.fields) {
      const { size, alignment } = this.#extent(field, wide);
      const step = struct.packed ? 1 : alignment;
      end = roundUp(end, step);
      at.push(end);
      end += size;
      most = Math.max(most, step);
    }
    return { at, size: roundUp(end, most), alignment: most };
  }

  #extent(type: Type, wide: 8 | 16): Extent {
    switch (type.kind) {
      case "integer": {
        if (type.bits > 128) throw tooWide(type.bits);
        if (type.bits > 64) return { size: 16, alignment: wide };
        const size = type.bits <= 8 ? 1 : type.bits <= 16 ? 2 : type.bits <= 32 ? 4 : 8;
        return { size, alignment: size };
      }
      case "array": {
        const { size, alignment } = this.#extent(type.element, wide);
        return { size: size * type.count, alignment };
      }
      case "vector": {
        const bits = type.element.kind === "integer" ? type.element.bits : this.#extent(type.element, 16).size * 8;
        const size = 2 ** Math.ceil(Math.log2(Math.max(1, (bits * type.count) / 8)));
        return { size, alignment: size };
      }
      case "named":
      case "struct": {
        const struct = this.resolve(type);
        if (struct.kind !== "struct")
          throw new PackwheelError("IR_INVALID", `Cannot size "${type.text}": it has no fields`);
        if (wide === 8 && this.placement(type).padded !== undefined)
          return { size: this.#offsets(struct, 16).size, alignment: 1 };
        return this.#offsets(struct, wide);
      }
      case "half":
      case "bfloat":
        return { size: 2, alignment: 2 };
      case "float":
        return { size: 4, alignment: 4 };
      case "double":
      case "pointer":
        return { size: 8, alignment: 8 };
      case "fp128":
      case "x86_fp80":
      case "ppc_fp128":
        return { size: 16, alignment: 16 };
      default:
        throw new PackwheelError("IR_INVALID", `Cannot size "${type.text}": no memory holds it`);
    }
  }
}

/** C has no 128-bit integer there; only `_BitInt` makes one. */
function unplaced(type: Type): PackwheelError {
  return new PackwheelError(
    "IR_UNSUPPORTED",
    `Cannot lower "${type.text}": LLVM 13 aligns its wide integer differently`,
    {
      hint: "Compile this file with a native clang or gcc",
    },
  );
}

function tooWide(bits: number): PackwheelError {
  return new PackwheelError("IR_UNSUPPORTED", `Cannot lower an integer of ${bits} bits in a struct`, {
    hint: "Compile this file with a native clang or gcc",
  });
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
