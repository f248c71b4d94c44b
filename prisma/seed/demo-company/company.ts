import { generateAppointments } from "./generate/appointments";
import { buildCampaigns } from "./generate/attribution";
import { generateDocuments } from "./generate/documents";
import { generateEnrolments, generateProgrammes } from "./generate/enrolments";
import { generateInvoices } from "./generate/invoices";
import { generateMarketingDaily } from "./generate/marketing";
import { generateQualityEvents } from "./generate/quality-events";
import { generateShifts, rosterRow } from "./generate/rosters";
import { generateClinics, generateDepartments, generateHolidays, generateStaff } from "./generate/staff";
import { generateTrainingAssignments, generateTrainings } from "./generate/trainings";
import { Random } from "./random";
import type { Company } from "./tables";
import { buildTimeline } from "./timeline";

/**
 * All rows of Harbor Health Group as it stood on the evening of `today`. Pure: the same arguments give the
 * same rows on every machine.
 * @param today YYYY-MM-DD
 * @param scale share of the working days of practitioners to keep, 0 < scale ≤ 1; the organisation stays whole
 */
export function generateCompany(today: string, scale = 1): Company {
  if (!(scale > 0 && scale <= 1)) throw new RangeError(`The scale ${scale} is not above 0 and at most 1.`);
  const timeline = buildTimeline(today);
  const random = new Random(`harbor-health/${today}`);
  const staff = generateStaff(timeline, random.fork("staff"));
  const shifts = generateShifts(timeline, staff, random.fork("rosters"), scale);
  const campaigns = buildCampaigns(timeline);
  const { appointments, clients } = generateAppointments(timeline, shifts, campaigns, random);
  return {
    publicHolidays: generateHolidays(timeline),
    clinics: generateClinics(timeline),
    departments: generateDepartments(),
    staff,
    rosters: shifts.map(rosterRow),
    clients: clients.map(({ row }) => row),
    campaigns: campaigns.map(({ row }) => row),
    appointments: appointments.map(({ row }) => row),
    invoices: generateInvoices(timeline, appointments, random.fork("invoices")),
    programmes: generateProgrammes(),
    enrolments: generateEnrolments(timeline, appointments, random.fork("enrolments")),
    trainings: generateTrainings(),
    trainingAssignments: generateTrainingAssignments(timeline, staff, random.fork("trainings")),
    documents: generateDocuments(timeline, staff, random.fork("documents")),
    qualityEvents: generateQualityEvents(timeline, appointments, random.fork("quality"), scale),
    marketingDaily: generateMarketingDaily(timeline, campaigns, appointments, random.fork("marketing")),
  };
}
