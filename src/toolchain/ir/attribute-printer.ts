/** Lists of attributes for one module. */
import { type AttributePlace, lowerAttribute } from "./attributes.ts";
import type { Attribute } from "./model.ts";
import type { SignatureRules } from "./signature.ts";

export class AttributePrinter {
  readonly rules: SignatureRules;

  constructor(rules: SignatureRules) {
    this.rules = rules;
  }

  /** @param pointee Of `sret` and its like: the type as memory holds it. */
  list(attributes: readonly Attribute[], place: AttributePlace, pointee?: string): string[] {
    return attributes.flatMap((attribute) => {
      // A promise about an address is one only; where the callee gets a copy, it is how the copy lies.
      if (attribute.name === "align" && place === "value" && pointee === undefined) return [];
      const own = attribute.type === undefined ? undefined : (pointee ?? this.rules.memoryText(attribute.type));
      const text = lowerAttribute(attribute, place, this.rules.triple, own);
      return text === undefined ? [] : [text];
    });
  }
}
