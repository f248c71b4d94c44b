import * as care from "./care";
import type { Table } from "./define";
import * as marketing from "./marketing";
import * as organisation from "./organisation";
import * as quality from "./quality";

/** Every table of the company, each after those it refers to. The keys name the rows in `Company`. */
export const TABLES = {
  publicHolidays: organisation.publicHolidays,
  clinics: organisation.clinics,
  departments: organisation.departments,
  staff: organisation.staff,
  rosters: organisation.rosters,
  clients: care.clients,
  campaigns: marketing.campaigns,
  appointments: care.appointments,
  invoices: care.invoices,
  programmes: care.programmes,
  enrolments: care.enrolments,
  trainings: quality.trainings,
  trainingAssignments: quality.trainingAssignments,
  documents: quality.documents,
  qualityEvents: quality.qualityEvents,
  marketingDaily: marketing.marketingDaily,
} as const satisfies Record<string, Table>;

/** All rows of the demo company, by table. */
export type Company = {
  publicHolidays: organisation.HolidayRow[];
  clinics: organisation.ClinicRow[];
  departments: organisation.DepartmentRow[];
  staff: organisation.StaffRow[];
  rosters: organisation.RosterRow[];
  clients: care.ClientRow[];
  campaigns: marketing.CampaignRow[];
  appointments: care.AppointmentRow[];
  invoices: care.InvoiceRow[];
  programmes: care.ProgrammeRow[];
  enrolments: care.EnrolmentRow[];
  trainings: quality.TrainingRow[];
  trainingAssignments: quality.TrainingAssignmentRow[];
  documents: quality.DocumentRow[];
  qualityEvents: quality.QualityEventRow[];
  marketingDaily: marketing.MarketingDayRow[];
};
