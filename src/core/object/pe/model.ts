/** What a PE file says of itself. Spec: Microsoft PE format. */

export interface PeFile {
  readonly format: "pe";
  readonly bits: 32 | 64;
  /** As platform tags name it: `amd64`, `x86`; `unknown (0x1234)` for a machine without a tag. */
  readonly machine: string;
  readonly type: "dll" | "executable";
  /** DllCharacteristics, bits as in `DLL_CHARACTERISTICS`. */
  readonly dllCharacteristics: number;
  /** 2 for windows, 3 for consoles. */
  readonly subsystem: number;
  /** Name of the DLL that its table of exports gives. */
  readonly name?: string;
  readonly imports: readonly PeImport[];
  readonly exports: readonly PeExport[];
  /** Has a table of debug information; the information itself is mostly in a `.pdb`. */
  readonly hasDebug: boolean;
  /** Signed by Authenticode. */
  readonly signed: boolean;
  /** Bytes after the last section and outside the signature, such as the payload of an installer. */
  readonly overlaySize: number;
  /** A program of .NET. */
  readonly managed: boolean;
}

export interface PeImport {
  /** `KERNEL32.dll`, as it is written. */
  readonly dll: string;
  /** Loaded at the first call only. */
  readonly delayed: boolean;
  readonly symbols: readonly PeSymbol[];
}

export type PeSymbol =
  /** `malloc` */
  | { readonly kind: "name"; readonly name: string }
  /** `#115` */
  | { readonly kind: "ordinal"; readonly ordinal: number };

export interface PeExport {
  /** Undefined when the symbol has a number alone. */
  readonly name?: string;
  readonly ordinal: number;
  /** `NTDLL.RtlAllocateHeap`: the symbol is in another DLL. */
  readonly forwardedTo?: string;
}
