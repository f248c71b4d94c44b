import type { DashboardTemplate } from "../template";
import { attribution } from "./attribution";
import { audience } from "./audience";
import { clinic } from "./clinic";
import { executive } from "./executive";
import { funnel } from "./funnel";
import { performance } from "./performance";
import { quality } from "./quality";
import { training } from "./training";

/** What comes with the product, in the order of the gallery. */
export const TEMPLATES: readonly DashboardTemplate[] = [
  executive,
  performance,
  attribution,
  funnel,
  audience,
  training,
  quality,
  clinic,
];
