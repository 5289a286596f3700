// Every page in English.

import { matrix } from "./matrix.mjs";

matrix("en", "schulhof-2027");
