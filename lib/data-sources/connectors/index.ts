import type { ServerKind } from "@/lib/data-sources/schemas";
import { clickhouse } from "./clickhouse";
import { duckdb } from "./duckdb";
import { mysql } from "./mysql";
import { postgres } from "./postgres";
import type { Connector, OpenSource, ServerConnector } from "./types";

const CONNECTORS = {
  POSTGRESQL: postgres,
  MYSQL: mysql,
  CLICKHOUSE: clickhouse,
} as const satisfies Record<ServerKind, ServerConnector>;

export function serverConnectorFor(kind: ServerKind): ServerConnector {
  return CONNECTORS[kind];
}

export function connectorFor(source: Pick<OpenSource, "kind">): Connector {
  return source.kind === "FILES" ? duckdb : serverConnectorFor(source.kind);
}

export type {
  Connector,
  Credentials,
  OpenFiles,
  OpenServer,
  OpenSource,
  RowStream,
  ServerConnector,
  SourceResult,
  Statement,
  StreamOptions,
} from "./types";
