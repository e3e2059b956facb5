/** Headers of programs for other systems, as far as packwheel looks at them. */

/** @param machine e_machine: 62 is x86_64, 183 aarch64. */
export function elfProgram(machine: number): Uint8Array {
  const head = new Uint8Array(64);
  head.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  new DataView(head.buffer).setUint16(18, machine, true);
  return head;
}

/** @param cpuType 16777228 is arm64, 16777223 x86_64. */
export function machoProgram(cpuType: number): Uint8Array {
  const head = new Uint8Array(32);
  const view = new DataView(head.buffer);
  view.setUint32(0, 0xfeedfacf, true);
  view.setUint32(4, cpuType, true);
  return head;
}

/** @param machine 34404 is amd64. @param offset Where the PE header begins. */
export function peProgram(machine: number, offset = 0x80): Uint8Array {
  const head = new Uint8Array(offset + 0x80);
  const view = new DataView(head.buffer);
  head.set([0x4d, 0x5a]);
  view.setUint32(0x3c, offset, true);
  head.set([0x50, 0x45, 0, 0], offset);
  view.setUint16(offset + 4, machine, true);
  return head;
}
