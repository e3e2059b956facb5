/**
 * The Python module that cffi writes for `ffi.set_source("pkg._native", None)`: out-of-line ABI mode.
 * Equal to the output of cffi 2.0 byte for byte.
 */
import { compareCodePoints } from "../bytes/code-points.ts";
import { PackwheelError } from "../errors.ts";
import { quote } from "../names/quote.ts";
import { type CdefText, parseDeclarations } from "./declarations.ts";
import type { Declaration, Declarations } from "./scope.ts";
import { buildTypeTable, OPCODE, refreshed, type Slot, type TypeTable, unnamedStructs } from "./type-table.ts";
import { displayName, type EnumType, type Field, type StructType } from "./types.ts";
import type { WindowsBits } from "./windows-types.ts";

/** A module whose types another one uses, as `ffi.include()` gives them. */
export interface IncludedModule {
  readonly moduleName: string;
  readonly declarations: Declarations;
}

interface ModuleOptions {
  /** Dotted: `pkg._native` */
  readonly moduleName: string;
  readonly includes?: readonly IncludedModule[] | undefined;
}

export interface AbiModuleFromSource extends ModuleOptions {
  readonly source: string | readonly CdefText[];
  /** Structs without alignment, where `source` is one text. */
  readonly packed?: boolean | undefined;
  readonly windowsTypes?: WindowsBits | undefined;
}

export interface AbiModuleFromDeclarations extends ModuleOptions {
  /** Made with the declarations of the same includes. */
  readonly declarations: Declarations;
}

/** `_version`, which `_cffi_backend` compares with its own. */
const VERSION = 0x2601;

const STRUCT_FLAG = { UNION: 1, CHECK_FIELDS: 2, PACKED: 4, EXTERNAL: 8, OPAQUE: 0x10 } as const;

/** Kinds of integers that an enum can be. */
const ENUM_NUMBERS = { int32: 21, uint32: 22, int64: 23, uint64: 24 } as const;

/**
 * The text of the module.
 *
 * @throws {PackwheelError} with a code of `CdefErrorCode`.
 */
export function emitAbiModule(options: AbiModuleFromSource | AbiModuleFromDeclarations): string {
  const { moduleName, includes = [] } = options;
  for (const name of [moduleName, ...includes.map((include) => include.moduleName)]) checkModuleName(name);
  const declarations = "declarations" in options ? options.declarations : readSource(options);
  const sorted = [...declarations.entries]
    .sort(([a], [b]) => compareCodePoints(a, b))
    .map(([, declaration]) => declaration);
  const table = buildTypeTable(declarations, sorted);
  const tables = [
    { name: "_globals", items: writeGlobals(sorted, table) },
    { name: "_struct_unions", items: writeStructs(declarations, sorted, table) },
    { name: "_enums", items: writeEnums(sorted, table) },
    { name: "_typenames", items: writeTypeNames(sorted, table) },
  ];
  const lines = [
    "# auto-generated file",
    "import _cffi_backend",
    ...includes.map((include, index) => `from ${include.moduleName} import ffi as _ffi${index}`),
    "",
    `ffi = _cffi_backend.FFI('${moduleName}',`,
    `    _version = 0x${VERSION.toString(16)},`,
    `    _types = b'${table.slots.map(writeSlot).join("")}',`,
    ...tables.filter(({ items }) => items.length > 0).map(({ name, items }) => `    ${name} = ${tuple(items)},`),
  ];
  if (includes.length > 0) lines.push(`    _includes = (${includes.map((_, index) => `_ffi${index}`).join(", ")},),`);
  return `${lines.join("\n")}\n)\n`;
}

function readSource({ source, packed, includes = [], windowsTypes }: AbiModuleFromSource): Declarations {
  const texts = typeof source === "string" ? [{ text: source, packed }] : source;
  return parseDeclarations(texts, { includes: includes.map(({ declarations }) => declarations), windowsTypes });
}

/** It stands between quotes, and in an import. */
function checkModuleName(name: string): void {
  if (/^[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*$/.test(name)) return;
  throw new PackwheelError("CDEF_MODULE_NAME_INVALID", `Cannot name a module ${quote(name)}`, {
    hint: 'Give the dotted name of a Python module, for example "pkg._native"',
  });
}

// Python literals ----------------------------------------------------------------------------------------------------

/** As cffi writes tuples: a single item is followed by a comma, even when it holds commas itself. */
function tuple(items: readonly string[]): string {
  return `(${items.join(",")}${items.length === 1 ? "," : ""})`;
}

/** `\x00\x00\x01\x0D` */
function fourBytes(value: number): string {
  let text = "";
  for (let shift = 24; shift >= 0; shift -= 8) {
    text += `\\x${((value >>> shift) & 0xff).toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return text;
}

function operation(opcode: number, argument: number): string {
  return fourBytes((argument << 8) | opcode);
}

function writeSlot(slot: Slot): string {
  return "number" in slot ? fourBytes(slot.number) : operation(slot.opcode, slot.argument);
}

interface NamedItem {
  readonly name: string;
  readonly text: string;
}

function byName(items: NamedItem[]): string[] {
  return items.sort((a, b) => compareCodePoints(a.name, b.name)).map(({ text }) => text);
}

// Tables -------------------------------------------------------------------------------------------------------------

function writeGlobals(sorted: readonly Declaration[], table: TypeTable): string[] {
  const items: NamedItem[] = [];
  const add = (opcode: number, argument: number, name: string, value: bigint | number): void => {
    items.push({ name, text: `b'${operation(opcode, argument)}${name}',${value}` });
  };
  for (const { kind, name, value } of sorted) {
    if (typeof value === "bigint") {
      add(OPCODE.CONSTANT_INT, -1, name, value);
    } else if (kind === "function" && value.kind === "function pointer") {
      add(OPCODE.DLOPEN_FUNC, table.indexOf({ ...value, kind: "function" }), name, 0);
    } else if (kind === "constant") {
      add(OPCODE.DLOPEN_CONST, table.indexOf(value), name, 0);
    } else if (kind === "variable") {
      add(OPCODE.GLOBAL_VAR, table.indexOf(refreshed(value)), name, 0);
    } else if (isEnumDeclaration(kind) && value.kind === "enum") {
      for (const enumerator of value.enumerators) add(OPCODE.ENUM, -1, enumerator.name, enumerator.value);
    }
  }
  return byName(items);
}

function isEnumDeclaration(kind: Declaration["kind"]): boolean {
  return kind === "enum" || kind === "anonymous";
}

function writeStructs(declarations: Declarations, sorted: readonly Declaration[], table: TypeTable): string[] {
  const items: NamedItem[] = [];
  const written = new Set<StructType>();
  const add = (type: StructType, isExternal: boolean): void => {
    written.add(type);
    items.push({ name: type.tag, text: writeStruct(type, isExternal, table) });
  };
  for (const { kind, value } of sorted) {
    if (typeof value === "bigint") continue;
    if (kind === "typedef" && value.kind === "named pointer") {
      add(value.target, declarations.included.has(value) || declarations.included.has(value.target));
    } else if (value.kind === "struct" && (kind !== "typedef" ? isStructDeclaration(kind) : value.isUnknown)) {
      add(value, declarations.included.has(value));
    }
  }
  // Those that no declaration names: nested ones, and FILE.
  for (const type of table.structs) if (!written.has(type)) add(type, declarations.included.has(type));
  return byName(items);
}

function isStructDeclaration(kind: Declaration["kind"]): boolean {
  return kind === "struct" || kind === "union" || kind === "anonymous";
}

function writeStruct(type: StructType, isExternal: boolean, table: TypeTable): string {
  const { fields } = type;
  let flags = type.isUnion ? STRUCT_FLAG.UNION : 0;
  if (fields === undefined) flags |= STRUCT_FLAG.OPAQUE;
  if (isExternal) flags |= STRUCT_FLAG.EXTERNAL;
  else if (fields !== undefined) {
    // cffi leaves structs with unnamed parts unchecked.
    if (unnamedStructs(type).length === 0) flags |= STRUCT_FLAG.CHECK_FIELDS;
    if (type.packed) flags |= STRUCT_FLAG.PACKED;
  }
  const shown = isExternal || fields === undefined ? [] : fields.map((field) => writeField(field, table));
  const head = `${fourBytes(table.indexOf(type))}${fourBytes(flags)}${type.tag}`;
  return `(b'${head}',${shown.join(",")})`;
}

function writeField({ name, type, width }: Field, table: TypeTable): string {
  const index = table.indexOf(refreshed(type));
  if (width === undefined) return `b'${operation(OPCODE.NOOP, index)}${name}'`;
  return `b'${operation(OPCODE.BITFIELD, index)}${fourBytes(width)}${name}'`;
}

function writeEnums(sorted: readonly Declaration[], table: TypeTable): string[] {
  const items: NamedItem[] = [];
  for (const { kind, value } of sorted) {
    if (typeof value === "bigint" || !isEnumDeclaration(kind) || value.kind !== "enum") continue;
    const names = value.enumerators.map(({ name }) => name).join(",");
    const head = `${fourBytes(table.indexOf(value))}${fourBytes(enumNumber(value))}${value.tag}`;
    items.push({ name: value.tag, text: `b'${head}\\x00${names}'` });
  }
  return byName(items);
}

/** 32 bits when the values fit, signed when one is negative. */
function enumNumber({ enumerators }: EnumType): number {
  const values = enumerators.map(({ value }) => value);
  const fits = (low: bigint, high: bigint): boolean => values.every((value) => value >= low && value <= high);
  if (fits(0n, 2n ** 32n - 1n)) return ENUM_NUMBERS.uint32;
  if (fits(-(2n ** 31n), 2n ** 31n - 1n)) return ENUM_NUMBERS.int32;
  return fits(0n, 2n ** 64n - 1n) ? ENUM_NUMBERS.uint64 : ENUM_NUMBERS.int64;
}

function writeTypeNames(sorted: readonly Declaration[], table: TypeTable): string[] {
  const items: NamedItem[] = [];
  const add = (name: string, index: number): void => {
    items.push({ name, text: `b'${fourBytes(index)}${name}'` });
  };
  let knowsFile = false;
  for (const { kind, name, value } of sorted) {
    if (kind !== "typedef" || typeof value === "bigint") continue;
    add(name, table.indexOf(value));
    if (isFile(value)) knowsFile = true;
  }
  const file = knowsFile ? undefined : table.structs.find(isFile);
  if (file !== undefined) add(displayName(file), table.indexOf(file));
  return byName(items);
}

/** FILE is a type without a declaration. */
function isFile(type: Declaration["value"]): boolean {
  return typeof type !== "bigint" && type.kind === "struct" && type.isUnknown && type.tag === "_IO_FILE";
}
