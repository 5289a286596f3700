// Every page in German.

import { matrix } from "./matrix.mjs";

matrix("de", "lindenau-2027");
