import { type Day, toIsoDay } from "../calendar";
import type { Random } from "../random";
import type { InvoiceRow, Payer } from "../tables/care";
import { nextWorkday, type Timeline, within } from "../timeline";
import type { Appointment } from "./appointments";

const GLITCH_CLINIC_ID = 2;
const NEVER_PAID = 0.009;
const LATE_PAYER = 0.045;
const TERMS: Record<Payer, { dueDays: number; medianDays: number }> = {
  statutory: { dueDays: 30, medianDays: 25 },
  private: { dueDays: 14, medianDays: 13 },
  self_pay: { dueDays: 14, medianDays: 4 },
};

/** One invoice for each kept appointment, a few days later, and the double invoices of the billing glitch. */
export function generateInvoices(
  timeline: Timeline,
  appointments: Appointment[],
  random: Random,
): InvoiceRow[] {
  const rows: InvoiceRow[] = [];
  for (const appointment of appointments) {
    if (appointment.row.status !== "kept") continue;
    const delay = random.weighted([0, 1, 2, 4], (days) => 5 - days);
    const issued = nextWorkday(timeline, appointment.day + delay);
    const invoice = invoiceOf(timeline, appointment, issued, random);
    if (issued > timeline.today) continue;
    rows.push(invoice);
    const doubled = invoice.clinic_id === GLITCH_CLINIC_ID && within(issued, timeline.billingGlitch);
    if (doubled) rows.push(...doubleAndCredit(invoice, timeline.billingGlitch.credited));
  }
  rows.sort((a, b) => a.issued_on.localeCompare(b.issued_on) || a.appointment_id - b.appointment_id);
  rows.forEach((row, index) => {
    row.id = index + 1;
  });
  return rows;
}

function invoiceOf(
  timeline: Timeline,
  { row, client }: Appointment,
  issued: Day,
  random: Random,
): InvoiceRow {
  const terms = TERMS[client.row.payer];
  const material = random.chance(0.14) ? random.int(16, 90) / 2 : 0;
  const paid = nextWorkday(timeline, issued + daysToPay(terms.medianDays, random));
  const open = random.chance(NEVER_PAID) || paid > timeline.today;
  return {
    id: 0,
    appointment_id: row.id,
    client_id: row.client_id,
    clinic_id: row.clinic_id,
    kind: "invoice",
    amount: row.price + material,
    issued_on: toIsoDay(issued),
    due_on: toIsoDay(issued + terms.dueDays),
    paid_on: open ? null : toIsoDay(paid),
  };
}

function daysToPay(medianDays: number, random: Random): number {
  const usual = Math.round(random.logNormal(medianDays, 0.38));
  return random.chance(LATE_PAYER) ? usual + random.int(25, 100) : usual;
}

/** The second copy and the credit note that settles it. */
function doubleAndCredit(invoice: InvoiceRow, credited: Day): InvoiceRow[] {
  const settled = toIsoDay(credited);
  return [
    { ...invoice, paid_on: settled },
    {
      ...invoice,
      kind: "credit_note",
      amount: -invoice.amount,
      issued_on: settled,
      due_on: settled,
      paid_on: settled,
    },
  ];
}
