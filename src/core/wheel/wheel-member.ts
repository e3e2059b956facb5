/** A file that goes into a wheel or an sdist: where it lands, and where its bytes come from. */
import type { MemberSource } from "../ports/engine.ts";

export interface WheelMember extends MemberSource {
  /** Place in the archive: `hello/__init__.py`, `hello-1.0.data/scripts/run`. */
  readonly path: string;
  /** Normalised to 755 when true, else 644. */
  readonly executable: boolean;
  /** Permission bits to keep as they are, where a wheel is packed again: `0o664`. */
  readonly mode?: number | undefined;
}

/** The same file at another place, with a normal mode. Members may be objects of classes, so a spread would not do. */
export function placeMember(member: WheelMember, path: string, executable: boolean = member.executable): WheelMember {
  return { path, size: member.size, executable, open: () => member.open() };
}
