/** `npm run samples`: makes assets/samples anew. */
import { importTypescript } from "./importTypescript.mjs";

const { writeSamples } = await importTypescript("scripts/makeSamples.ts");
await writeSamples("assets/samples");
