/** One small schema under two sets of names, and the texts that fill it: hostile ones and harmless ones. */
export type ColumnKey =
  | "id"
  | "amount"
  | "count"
  | "factor"
  | "flag"
  | "note"
  | "day"
  | "at"
  | "wall"
  | "place"
  | "placeId"
  | "placeName"
  | "placeSince";
export type Vocabulary = {
  schema: string;
  facts: string;
  places: string;
  columns: Record<ColumnKey, string>;
  output(index: number): string;
  texts: readonly string[];
};

export const HOSTILE: Vocabulary = {
  schema: 'odd "schema"; --',
  facts: 'we"ird; drop table x',
  places: "b`ack\\ticks' /* { [places]",
  columns: {
    id: "select",
    amount: 'a"mount $1',
    count: "ünï\u00a0côunt",
    factor: "fac.tor?",
    flag: "is;flag",
    note: "\u00a0",
    day: "day\n--",
    at: "at]]--",
    wall: "wall {p1:String}",
    place: "place'); delete",
    placeId: "Select",
    placeName: "nâ`me\\",
    placeSince: ":since",
  },
  output: (index) => `out "${index}"; drop \`x\` ' \\ -- ? $${index + 1} /*`,
  // Letters without capitals beyond ASCII: what their capitals are depends on the server's locale.
  texts: [
    "North",
    "north",
    "%",
    "_",
    "\\",
    "it's",
    "",
    " x",
    "50%_\\off",
    "'; drop table x; --",
    "東京 ✓🙂",
    "{braces}",
    "$1 ? {p1}",
    "a\nb",
  ],
};

export const BENIGN: Vocabulary = {
  schema: "shop",
  facts: "sales",
  places: "places",
  columns: {
    id: "id",
    amount: "amount",
    count: "quantity",
    factor: "factor",
    flag: "paid",
    note: "note",
    day: "sold_on",
    at: "sold_at",
    wall: "noted_at",
    place: "place_id",
    placeId: "key",
    placeName: "name",
    placeSince: "since",
  },
  output: (index) => `column ${index}`,
  texts: HOSTILE.texts.map((_text, index) => `text ${index}`),
};

export const COLUMN_TYPES = {
  id: "number",
  amount: "number",
  count: "number",
  factor: "number",
  flag: "boolean",
  note: "text",
  day: "date",
  at: "timestamp",
  wall: "timestamp",
  place: "number",
  placeId: "number",
  placeName: "text",
  placeSince: "date",
} as const satisfies Record<ColumnKey, string>;

export const FACT_COLUMNS = [
  "id",
  "amount",
  "count",
  "factor",
  "flag",
  "note",
  "day",
  "at",
  "wall",
  "place",
] as const;
export const PLACE_COLUMNS = ["placeId", "placeName", "placeSince"] as const;
