import type { ServerKind } from "@/lib/data-sources/schemas";
import { duckdb } from "./duckdb";
import { mysql } from "./mysql";
import { postgres } from "./postgres";
import type { Connector, OpenSource, ServerConnector } from "./types";

const SERVERS: Partial<Record<ServerKind, ServerConnector>> = { POSTGRESQL: postgres, MYSQL: mysql };

export function serverConnectorFor(kind: ServerKind): ServerConnector {
  const connector = SERVERS[kind];
  if (!connector) throw new Error(`no connector for ${kind}`);
  return connector;
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
