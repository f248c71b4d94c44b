import type { DemoPerson, DemoWorkspace } from "./types";

export const DEMO_PEOPLE: DemoPerson[] = [
  { email: "owner@demo.example", name: "Margaret Hale" },
  { email: "admin@demo.example", name: "Jonas Brandt" },
  { email: "editor@demo.example", name: "Leila Haddad" },
  { email: "viewer@demo.example", name: "Tomas Novak" },
];

/** Two workspaces, so that switching between them, and what one must not see of the other, can be tried. */
export const DEMO_WORKSPACES: DemoWorkspace[] = [
  {
    slug: "harbor-health",
    name: "Harbor Health Group",
    zone: "Europe/Berlin",
    locale: "en-GB",
    departments: ["Executive office", "Operations", "Quality", "Marketing"],
    members: [
      {
        email: "owner@demo.example",
        role: "OWNER",
        jobRole: "Chief executive",
        department: "Executive office",
      },
      { email: "admin@demo.example", role: "ADMIN", jobRole: "Head of operations", department: "Operations" },
      { email: "editor@demo.example", role: "EDITOR", jobRole: "Business analyst", department: "Quality" },
      { email: "viewer@demo.example", role: "VIEWER", jobRole: "Clinic manager", department: "Operations" },
    ],
  },
  {
    slug: "lighthouse-foundation",
    name: "Lighthouse Foundation",
    zone: "Europe/Berlin",
    locale: "en-GB",
    departments: ["Foundation office", "Grants"],
    members: [
      { email: "owner@demo.example", role: "OWNER", jobRole: "Chair", department: "Foundation office" },
      { email: "editor@demo.example", role: "VIEWER", jobRole: "Volunteer", department: "Grants" },
    ],
  },
];
