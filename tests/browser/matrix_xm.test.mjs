// Every page in the mirrored language.

import { matrix } from "./matrix.mjs";

matrix("xm", "lindenau-2027");
