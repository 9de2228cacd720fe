/**
 * Chartist writes some looks into `style` attributes, which the policy of the pages does not let in. Imported before
 * charts are drawn, this hands them to the elements' own style instead, which needs no permission.
 */
import { type Attributes, Svg } from "chartist";

type SetAttributes = (this: Svg, attributes: string | Attributes, namespace?: string) => Svg | string | null;

const prototype = Svg.prototype as unknown as { attr: SetAttributes };
const setAttributes = prototype.attr;

prototype.attr = function (attributes, namespace) {
  if (typeof attributes === "string" || typeof attributes["style"] !== "string") {
    return setAttributes.call(this, attributes, namespace);
  }
  const { style, ...others } = attributes;
  this.getNode<SVGElement>().style.cssText = style;
  return setAttributes.call(this, others, namespace);
};
