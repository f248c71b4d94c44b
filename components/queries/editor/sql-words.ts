import type { Dialect } from "@/lib/data-sources/schemas";

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** What a reading statement is made of, as it is offered while typing. */
const COMMON =
  "select distinct from where group order by having limit offset union intersect except all as on using join left right inner outer full cross and or not in is null like between exists case when then else end asc desc nulls first last with recursive over partition rows range preceding following unbounded current row filter interval true false cast values any some";

const OWN = {
  postgresql: "ilike lateral similar to within tablesample materialized window for at time zone fetch only",
  duckdb: "ilike lateral qualify window exclude replace pivot unpivot asof positional materialized sample",
  mysql: "lateral regexp rlike straight_join force index use ignore separator div mod xor window",
  clickhouse:
    "ilike prewhere final sample settings array global asof semi anti totals fill step format any window",
} as const satisfies Record<Dialect, string>;

const TYPES = {
  postgresql: "integer bigint numeric text boolean date timestamp timestamptz time uuid jsonb",
  duckdb: "integer bigint decimal double varchar boolean date timestamp timestamptz time uuid struct",
  mysql: "signed unsigned decimal char date datetime time json double",
  clickhouse: "Int32 Int64 UInt64 Float64 Decimal String Date DateTime UUID Nullable Array",
} as const satisfies Record<Dialect, string>;

/** Name and arguments. */
const FUNCTIONS_COMMON =
  "count(*) sum(x) avg(x) min(x) max(x) coalesce(x,y) nullif(x,y) abs(x) round(x,digits) floor(x) ceil(x) greatest(x,y) least(x,y) lower(text) upper(text) trim(text) replace(text,from,to) concat(a,b) length(text) row_number() rank() dense_rank() lag(x) lead(x) first_value(x) last_value(x) ntile(n)";

const FUNCTIONS_OWN = {
  postgresql:
    "date_trunc(unit,time) extract(part\u00a0from\u00a0time) age(a,b) to_char(x,format) to_date(text,format) now() generate_series(from,to,step) make_date(y,m,d) string_agg(x,separator) array_agg(x) percentile_cont(fraction) percentile_disc(fraction) mode() bool_and(x) bool_or(x) stddev(x) variance(x) corr(y,x) substring(text,from,length) split_part(text,separator,n) regexp_replace(text,pattern,to) left(text,n) right(text,n) lpad(text,n) position(a\u00a0in\u00a0b) starts_with(text,prefix) random() power(x,y) sqrt(x) ln(x) sign(x) mod(x,y) trunc(x) unnest(array) jsonb_array_elements(json) jsonb_extract_path_text(json,key) width_bucket(x,low,high,n) percent_rank() cume_dist()",
  duckdb:
    "date_trunc(unit,time) date_diff(unit,a,b) date_part(part,time) strftime(time,format) strptime(text,format) today() now() range(from,to) generate_series(from,to) string_agg(x,separator) list(x) median(x) quantile_cont(x,fraction) mode(x) arg_max(x,y) arg_min(x,y) approx_count_distinct(x) stddev(x) regexp_replace(text,pattern,to) regexp_matches(text,pattern) split_part(text,separator,n) substring(text,from,length) try_cast(x\u00a0as\u00a0type) unnest(list) bool_and(x) bool_or(x) power(x,y) sqrt(x) ln(x)",
  mysql:
    "date_format(time,format) date_add(time,interval) date_sub(time,interval) datediff(a,b) timestampdiff(unit,a,b) year(time) month(time) day(time) week(time) quarter(time) last_day(date) curdate() now() str_to_date(text,format) group_concat(x) ifnull(x,y) if(condition,then,else) substring(text,from,length) substring_index(text,separator,n) json_extract(json,path) truncate(x,digits) stddev(x) variance(x) power(x,y) sqrt(x)",
  clickhouse:
    "toStartOfDay(time) toStartOfWeek(time) toStartOfMonth(time) toStartOfQuarter(time) toStartOfYear(time) toDate(x) toDateTime(x) dateDiff(unit,a,b) formatDateTime(time,format) today() now() uniq(x) uniqExact(x) quantile(fraction) median(x) countIf(condition) sumIf(x,condition) avgIf(x,condition) argMax(x,y) argMin(x,y) groupArray(x) any(x) topK(n) arrayJoin(array) if(condition,then,else) multiIf(condition,then,else) splitByChar(separator,text) substring(text,from,length) toString(x) toFloat64(x) toInt64(x)",
} as const satisfies Record<Dialect, string>;

export type SqlFunction = { name: string; parameters: string };

const FUNCTION = /^(\w+)\((.*)\)$/;

function functions(text: string): SqlFunction[] {
  // Words within one argument are held together by a space that does not break.
  return text.split(" ").flatMap((entry) => {
    const [, name = "", parameters = ""] = FUNCTION.exec(entry) ?? [];
    const shown = parameters.replaceAll(",", ", ").replaceAll("\u00a0", " ");
    return name === "" ? [] : [{ name, parameters: shown }];
  });
}

const sorted = (list: string[]) => [...new Set(list)].sort();

export const keywordsOf = (dialect: Dialect): string[] => sorted(words(`${COMMON} ${OWN[dialect]}`));
export const typesOf = (dialect: Dialect): string[] => words(TYPES[dialect]);
export const functionsOf = (dialect: Dialect): SqlFunction[] =>
  functions(`${FUNCTIONS_COMMON} ${FUNCTIONS_OWN[dialect]}`);
