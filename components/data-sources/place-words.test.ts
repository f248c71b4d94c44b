import { expect, it } from "vitest";
import { newServer } from "./form-values";
import { placeWords } from "./place-words";

it("says where the numbers are", () => {
  const settings = {
    ...newServer("MYSQL").settings,
    host: "db.example.com",
    database: "shop",
    user: "reader",
  };
  const server = {
    settings: { ...settings, port: 3306, tls: "require", caCertificate: "" },
    contents: null,
  } as const;
  expect(placeWords(server, "en-GB")).toBe("shop on db.example.com");
  const files = (tables: number, rows: number) =>
    placeWords({ settings: null, contents: { tables, rows } }, "de-DE");
  expect(files(0, 0)).toBe("Nothing uploaded yet");
  expect(files(1, 1)).toBe("1 table, 1 row");
  expect(files(3, 1_200_000)).toBe("3 tables, 1.200.000 rows");
});
