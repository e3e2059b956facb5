/**
 * Simple reference names, which need no backquotes: letters and digits with single `-._+:` between them.
 * Spec: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#simple-reference-names
 */
export const SIMPLE_NAME = "[\\p{L}\\p{N}]+(?:[-._+:][\\p{L}\\p{N}]+)*";
