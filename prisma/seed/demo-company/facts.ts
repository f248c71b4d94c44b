/** The company on paper: what does not change from day to day. Money is in euros. */
import type { MarketingChannel } from "./tables/marketing";

export type ClinicFacts = {
  id: number;
  name: string;
  manager: string;
  district: string;
  openedOn: string | "in_history";
  openSaturday: boolean;
  /** Share of the offered time that is used, at the start and at the end of the history. */
  used: readonly [start: number, end: number];
  /** Added to the log-odds of a no-show. */
  noShow: number;
  /** Departments of the practitioners; `hiredAfterMonths` counts from the start of the history. */
  practitioners: readonly { department: DepartmentName; hiredAfterMonths?: number }[];
};

export const DEPARTMENTS = [
  "General practice",
  "Physiotherapy",
  "Cardiology",
  "Dermatology",
  "Mental health",
  "Women's health",
  "Front desk",
  "Quality",
  "Marketing",
  "Administration",
] as const;
export type DepartmentName = (typeof DEPARTMENTS)[number];

export function departmentId(name: DepartmentName): number {
  return DEPARTMENTS.indexOf(name) + 1;
}

/** Months after the start of the history at which Docklands opened. */
export const DOCKLANDS_OPENS_AFTER_MONTHS = 5;

export const CLINICS: readonly ClinicFacts[] = [
  {
    id: 1,
    name: "North Quay",
    manager: "Helen Ashworth",
    district: "Harbourside",
    openedOn: "2011-05-02",
    openSaturday: true,
    used: [0.88, 0.92],
    noShow: -0.16,
    practitioners: [
      { department: "General practice" },
      { department: "General practice" },
      { department: "Physiotherapy" },
      { department: "Cardiology" },
      { department: "Dermatology" },
      { department: "Women's health" },
      { department: "Mental health", hiredAfterMonths: 9 },
    ],
  },
  {
    id: 2,
    name: "Old Town",
    manager: "Jonas Brandt",
    district: "Centre",
    openedOn: "2009-09-01",
    openSaturday: true,
    used: [0.85, 0.88],
    noShow: -0.06,
    practitioners: [
      { department: "General practice" },
      { department: "Physiotherapy" },
      { department: "Cardiology" },
      { department: "Women's health" },
      { department: "Dermatology", hiredAfterMonths: 4 },
    ],
  },
  {
    id: 3,
    name: "Riverside",
    manager: "Miriam Castell",
    district: "South bank",
    openedOn: "2014-03-03",
    openSaturday: false,
    used: [0.79, 0.72],
    noShow: 0.1,
    practitioners: [
      { department: "General practice" },
      { department: "Physiotherapy" },
      { department: "Physiotherapy" },
      { department: "Dermatology" },
      { department: "Mental health" },
    ],
  },
  {
    id: 4,
    name: "Lighthouse",
    manager: "David Okafor",
    district: "North shore",
    openedOn: "2017-10-02",
    openSaturday: false,
    used: [0.8, 0.84],
    noShow: 0.0,
    practitioners: [
      { department: "General practice" },
      { department: "Physiotherapy" },
      { department: "Cardiology" },
      { department: "Mental health" },
    ],
  },
  {
    id: 5,
    name: "Docklands",
    manager: "Ingrid Falk",
    district: "East docks",
    openedOn: "in_history",
    openSaturday: false,
    used: [0.5, 0.81],
    noShow: 0.14,
    practitioners: [
      { department: "General practice", hiredAfterMonths: DOCKLANDS_OPENS_AFTER_MONTHS },
      { department: "Physiotherapy", hiredAfterMonths: DOCKLANDS_OPENS_AFTER_MONTHS },
      { department: "Dermatology", hiredAfterMonths: 11 },
      { department: "Women's health", hiredAfterMonths: 16 },
    ],
  },
  {
    id: 6,
    name: "Garden Street",
    manager: "Tomas Novak",
    district: "West park",
    openedOn: "2019-01-14",
    openSaturday: false,
    used: [0.78, 0.82],
    noShow: -0.04,
    practitioners: [
      { department: "General practice" },
      { department: "Physiotherapy" },
      { department: "Women's health" },
    ],
  },
];

export type CareFacts = {
  /** Prices in the first year, and minutes, of a first visit, a follow-up and a remote visit. */
  price: readonly [first: number, followUp: number, remote: number];
  minutes: readonly [first: number, followUp: number, remote: number];
  firstVisitShare: number;
  /** Multiplies the share of remote visits. */
  remote: number;
  /** Visits after the first, on average. */
  furtherVisits: number;
  age: readonly [mean: number, deviation: number];
  femaleShare: number;
  /** Month of the year, 1–12, in which demand is highest, and by how much it swings. */
  peakMonth: number;
  swing: number;
};

/** The departments that see clients. */
export const CARE = {
  "General practice": {
    price: [132, 92, 58],
    minutes: [30, 30, 30],
    firstVisitShare: 0.26,
    remote: 1.25,
    furtherVisits: 2.4,
    age: [47, 18],
    femaleShare: 0.54,
    peakMonth: 2,
    swing: 0.045,
  },
  Physiotherapy: {
    price: [108, 84, 56],
    minutes: [45, 30, 30],
    firstVisitShare: 0.2,
    remote: 0.35,
    furtherVisits: 5,
    age: [46, 15],
    femaleShare: 0.55,
    peakMonth: 10,
    swing: 0.03,
  },
  Cardiology: {
    price: [285, 195, 98],
    minutes: [45, 30, 15],
    firstVisitShare: 0.28,
    remote: 0.8,
    furtherVisits: 2.6,
    age: [61, 12],
    femaleShare: 0.44,
    peakMonth: 1,
    swing: 0.03,
  },
  Dermatology: {
    price: [178, 126, 78],
    minutes: [30, 30, 15],
    firstVisitShare: 0.4,
    remote: 0.9,
    furtherVisits: 1.5,
    age: [41, 17],
    femaleShare: 0.57,
    peakMonth: 5,
    swing: 0.05,
  },
  "Mental health": {
    price: [205, 158, 142],
    minutes: [60, 45, 45],
    firstVisitShare: 0.14,
    remote: 2.3,
    furtherVisits: 8,
    age: [37, 12],
    femaleShare: 0.6,
    peakMonth: 11,
    swing: 0.035,
  },
  "Women's health": {
    price: [172, 122, 68],
    minutes: [45, 30, 15],
    firstVisitShare: 0.28,
    remote: 0.8,
    furtherVisits: 2.5,
    age: [38, 12],
    femaleShare: 1,
    peakMonth: 3,
    swing: 0.02,
  },
} as const satisfies Partial<Record<DepartmentName, CareFacts>>;
export type CareDepartment = keyof typeof CARE;

export function isCareDepartment(name: DepartmentName): name is CareDepartment {
  return name in CARE;
}

export const PROGRAMMES: readonly {
  name: string;
  department: CareDepartment;
  weeks: number;
  price: number;
  /** Added to the log-odds of dropping out in a week. */
  dropOut: number;
}[] = [
  { name: "Back strength", department: "Physiotherapy", weeks: 12, price: 420, dropOut: 0 },
  { name: "Cardiac rehabilitation", department: "Cardiology", weeks: 24, price: 980, dropOut: -0.95 },
  { name: "Diabetes coaching", department: "General practice", weeks: 20, price: 540, dropOut: -0.35 },
  { name: "Smoke-free", department: "General practice", weeks: 8, price: 240, dropOut: 0.95 },
  { name: "Sleep better", department: "Mental health", weeks: 6, price: 260, dropOut: 0.25 },
  { name: "Postnatal recovery", department: "Women's health", weeks: 10, price: 350, dropOut: -0.1 },
];

/** How a channel turns attention into bookings. `perVisit` is the cost of one visit in euros. */
export const CHANNEL_FACTS = {
  Search: { visitRate: 0.052, leadRate: 0.085, bookingRate: 0.33, perVisit: 0.88, weekend: 0.72 },
  Social: { visitRate: 0.017, leadRate: 0.052, bookingRate: 0.22, perVisit: 0.46, weekend: 1.12 },
  Display: { visitRate: 0.0065, leadRate: 0.036, bookingRate: 0.2, perVisit: 0.31, weekend: 0.95 },
  Newsletter: { visitRate: 0.088, leadRate: 0.07, bookingRate: 0.38, perVisit: 0.12, weekend: 0.5 },
  Partners: { visitRate: 0.041, leadRate: 0.1, bookingRate: 0.36, perVisit: 0.64, weekend: 0.6 },
  "Local press": { visitRate: 0.011, leadRate: 0.06, bookingRate: 0.3, perVisit: 0.95, weekend: 0.9 },
} as const satisfies Record<MarketingChannel, Record<string, number>>;

export const TRAININGS: readonly {
  name: string;
  category: string;
  validMonths: number;
  roles: "all" | readonly string[];
}[] = [
  { name: "Fire safety", category: "Safety", validMonths: 12, roles: "all" },
  { name: "Data protection", category: "Privacy", validMonths: 12, roles: "all" },
  { name: "Hygiene", category: "Hygiene", validMonths: 12, roles: ["practitioner", "nurse", "front_desk"] },
  { name: "Resuscitation", category: "Clinical", validMonths: 12, roles: ["practitioner", "nurse"] },
  { name: "Medication safety", category: "Clinical", validMonths: 12, roles: ["practitioner", "nurse"] },
  { name: "Medical devices", category: "Clinical", validMonths: 24, roles: ["practitioner", "nurse"] },
  { name: "Reporting incidents", category: "Safety", validMonths: 24, roles: "all" },
  { name: "Calm with difficult callers", category: "Safety", validMonths: 24, roles: ["front_desk"] },
  { name: "Leading a team", category: "Safety", validMonths: 24, roles: ["clinic_manager"] },
];
