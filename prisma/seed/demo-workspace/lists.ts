import type { DemoList } from "./types";

/** Addresses below .example never reach anybody (RFC 2606). */
const at = (name: string) => ({ name, email: `${name.toLowerCase().replace(" ", ".")}@harbor.example` });

export const DEMO_LISTS: DemoList[] = [
  {
    key: "clinic-managers",
    name: "Clinic managers",
    description: "The manager of each clinic and their deputy.",
    members: [
      "Helen Ashworth",
      "Jonas Brandt",
      "Miriam Castell",
      "David Okafor",
      "Ingrid Falk",
      "Tomas Novak",
      "Leila Haddad",
      "Simon Reuter",
      "Carla Moretti",
      "Peter Lindqvist",
      "Aylin Demir",
      "Rosa Winter",
    ].map(at),
  },
  {
    key: "board",
    name: "Board",
    description: "The board of Harbor Health Group.",
    members: ["Margaret Hale", "Victor Lindner", "Sofia Marchetti", "Daniel Osei", "Katrin Vogel"].map(at),
  },
];
