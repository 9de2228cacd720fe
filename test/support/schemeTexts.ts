/** Names of the scheme, as texts to try functions of text on. */
import { deAn02 } from "../../src/schemes";

export const communes = deAn02.communes.map(({ type, name }) => `${type} ${name}`);
export const units = deAn02.units.map(({ name }) => name);
export const targets = deAn02.targets.flatMap(({ works }) => works.map(({ title }) => title));
export const forms = deAn02.forms.flatMap(({ columns }) => columns.map(({ title }) => title));
