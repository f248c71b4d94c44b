import type { DataSourceDto } from "@/lib/data-sources/schemas";
import { postgres } from "./postgres";
import type { Connector } from "./types";

const CONNECTORS = { POSTGRESQL: postgres } as const satisfies Record<DataSourceDto["kind"], Connector>;

export function connectorFor(kind: DataSourceDto["kind"]): Connector {
  return CONNECTORS[kind];
}

export type { Connector, OpenSource, SourceResult, Statement } from "./types";
