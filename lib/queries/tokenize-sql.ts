/** Moved to the shared floor, because the connectors read statements too. */
export * from "@/lib/utils/tokenize-sql";
