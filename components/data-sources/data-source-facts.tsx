import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { RelativeTime } from "@/components/ui/relative-time";
import type { DataSourceDto, ServerSettings } from "@/lib/data-sources/schemas";
import { formatDuration } from "@/lib/format/sizes";
import { formatNumber } from "@/lib/format/value";

type Place = { zone: string; locale: string };
type DataSourceFactsProps = {
  source: DataSourceDto;
  place: Place;
  /** ISO 8601. */
  now: string;
};

const TLS_WORDS = {
  disable: "Off",
  require: "On, certificate not checked",
  verify: "On, certificate checked",
} as const satisfies Record<ServerSettings["tls"], string>;

export function DataSourceFacts({ source, place, now }: DataSourceFactsProps) {
  const { locale } = place;
  const { settings, exportRowLimit } = source;
  return (
    <>
      {source.lastError ? (
        <Callout tone="bad" title="It could not be reached at the last check.">
          {source.lastError}
        </Callout>
      ) : null}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 rounded-lg border bg-card p-4 text-13 md:grid-cols-4">
        {settings ? (
          <ServerFacts settings={settings} checked={source.lastCheckedAt} place={place} now={now} />
        ) : null}
        <Fact name="Time limit">{formatDuration(source.statementTimeoutMs, { locale })}</Fact>
        <Fact name="Rows at most">
          {formatNumber(source.rowLimit, { locale })};{" "}
          {exportRowLimit === null
            ? "all in exports"
            : `${formatNumber(exportRowLimit, { locale })} in exports`}
        </Fact>
        <Fact name={settings ? "Connections at a time" : "Questions at a time"}>
          {source.connectionLimit}
        </Fact>
        <Fact name="Answers kept for">
          {source.cacheSeconds === 0 ? "Not kept" : formatDuration(source.cacheSeconds * 1000, { locale })}
        </Fact>
      </dl>
    </>
  );
}

type ServerFactsProps = { settings: ServerSettings; checked: string | null; place: Place; now: string };

function ServerFacts({ settings, checked, place, now }: ServerFactsProps) {
  return (
    <>
      <Fact name="Last check">{checked ? <RelativeTime at={checked} now={now} {...place} /> : "Never"}</Fact>
      <Fact name="Host">
        {settings.host}:{settings.port}
      </Fact>
      <Fact name="User">{settings.user}</Fact>
      <Fact name="Encryption on the way">{TLS_WORDS[settings.tls]}</Fact>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-xs text-ink-3">{name}</dt>
      <dd className="mt-0.5 break-words">{children}</dd>
    </div>
  );
}
