import type { Day } from "../calendar";
import { monthOf, weekdayOf, yearOf } from "../calendar";
import { CARE, CLINICS, type CareFacts, DEPARTMENTS, isCareDepartment } from "../facts";
import type { Random } from "../random";
import { APPOINTMENT_TYPES, type AppointmentRow, type AppointmentType, type Payer } from "../tables/care";
import { progress, seasonOfYear, type Timeline, within, yearlySwing } from "../timeline";
import { instantAt, localDay, toIsoInstant } from "../zone";
import { attribute, type Campaign } from "./attribution";
import { bookedAt, chooseChannel, demandAt } from "./booking";
import { type Client, ClientRegister, Panel } from "./clients";
import { cancelChance, noShowChance } from "./no-show-model";
import type { Shift } from "./rosters";

const GRID_MINUTES = 15;
const CLIENTS_BEFORE_THE_START = 240;
/** The text gateway at Riverside dropped the afternoon batch. */
const FAILED_REMINDERS = { clinicId: 3, fromMinute: 15 * 60 };
const OUTAGE_CLINIC_ID = 4;
/** Of the time that is filled, this share is left after cancellations and the odd ends of a shift. */
const COMES_ABOUT = 0.875;

/** An appointment with what later tables need and the row does not say. */
export type Appointment = {
  row: AppointmentRow;
  client: Client;
  day: Day;
  startsAt: number;
  /** Missed appointments of the client before this one. */
  priorNoShows: number;
};

type World = {
  timeline: Timeline;
  campaigns: Campaign[];
  register: ClientRegister;
  panels: Map<number, Panel>;
  random: Random;
};

/** Fills the shifts in order of time, so that each appointment knows what the client did before. */
export function generateAppointments(
  timeline: Timeline,
  shifts: Shift[],
  campaigns: Campaign[],
  random: Random,
): { appointments: Appointment[]; clients: Client[] } {
  const world: World = {
    timeline,
    campaigns,
    register: new ClientRegister(random.fork("clients")),
    panels: new Map(),
    random: random.fork("appointments"),
  };
  const appointments: Appointment[] = [];
  for (const shift of shifts) appointments.push(...fillShift(world, shift));
  appointments.sort((a, b) => a.startsAt - b.startsAt || a.row.staff_id - b.row.staff_id);
  appointments.forEach((appointment, index) => {
    appointment.row.id = index + 1;
  });
  return { appointments, clients: world.register.clients };
}

function careOf(shift: Shift): CareFacts {
  const name = DEPARTMENTS[shift.staff.department_id - 1];
  if (name === undefined || !isCareDepartment(name))
    throw new Error(`Staff ${shift.staff.id} sees no clients.`);
  return CARE[name];
}

function panelOf(world: World, shift: Shift, care: CareFacts): Panel {
  const known = world.panels.get(shift.staff.id);
  if (known !== undefined) return known;
  const panel = new Panel(world.random.fork(`panel-${shift.staff.id}`));
  world.panels.set(shift.staff.id, panel);
  if (within(shift.day, { first: world.timeline.start, last: world.timeline.start + 60 })) {
    for (let i = 0; i < CLIENTS_BEFORE_THE_START; i++) {
      const client = world.register.register(shift.clinicId, care, shift.day - world.random.int(20, 700));
      panel.add(client);
    }
  }
  return panel;
}

function fillShift(world: World, shift: Shift): Appointment[] {
  const care = careOf(shift);
  const panel = panelOf(world, shift, care);
  const used = usedShare(world.timeline, shift, care);
  const made: Appointment[] = [];
  let minute = shift.from;
  while (minute < shift.to) {
    if (shift.breakAt !== null && minute >= shift.breakAt && minute < shift.breakAt + 30) {
      minute = shift.breakAt + 30;
      continue;
    }
    const end = shift.breakAt !== null && minute < shift.breakAt ? shift.breakAt : shift.to;
    const type = chooseType(world, care, shift.day);
    const duration = care.minutes[APPOINTMENT_TYPES.indexOf(type)] ?? 30;
    const share = Math.min(0.985, used * demandAt(shift.day, minute));
    if (minute + duration > end || !world.random.chance(fillChance(share, duration))) {
      minute += GRID_MINUTES;
      continue;
    }
    const appointment = book(world, shift, panel, care, { type, duration, minute });
    if (appointment !== null) made.push(appointment);
    minute += duration;
  }
  return made;
}

/** Share of the time to fill: by clinic, growth, season and department. */
function usedShare(timeline: Timeline, shift: Shift, care: CareFacts): number {
  const clinic = CLINICS.find(({ id }) => id === shift.clinicId);
  if (clinic === undefined) throw new RangeError(`No clinic has the id ${shift.clinicId}.`);
  const [start, end] = clinic.used;
  const from = clinic.openedOn === "in_history" ? progress(timeline, timeline.docklandsOpens) : 0;
  const grown = Math.min(1, Math.max(0, (progress(timeline, shift.day) - from) / (1 - from)));
  const level = start + (end - start) * (clinic.openedOn === "in_history" ? Math.sqrt(grown) : grown);
  const season = seasonOfYear(shift.day) * yearlySwing(shift.day, care.peakMonth, care.swing);
  return (level * season) / COMES_ABOUT;
}

/** Chance to book at a free moment so that `share` of the time is used, when a miss costs one grid step. */
function fillChance(share: number, duration: number): number {
  return (GRID_MINUTES * share) / (duration * (1 - share) + GRID_MINUTES * share);
}

function chooseType(world: World, care: CareFacts, day: Day): AppointmentType {
  const grown = Math.min(1, Math.max(0, progress(world.timeline, day)));
  const afterSpike = within(day, {
    first: world.timeline.spike.first + 2,
    last: world.timeline.spike.last + 24,
  });
  const first = care.firstVisitShare * (afterSpike ? 1.22 : 1) * (monthOf(day) === 1 ? 1.08 : 1);
  const remote = care.remote * (0.125 + 0.07 * grown);
  const draw = world.random.next();
  return draw < first ? "First visit" : draw < first + remote ? "Remote" : "Follow-up";
}

function chooseClient(world: World, shift: Shift, panel: Panel, care: CareFacts, type: AppointmentType) {
  const fresh = () => ({ client: world.register.register(shift.clinicId, care, shift.day), isNew: true });
  if (type === "First visit") {
    const earlier = world.random.chance(0.13) ? panel.takeEarlier(shift.day) : null;
    if (earlier === null) return fresh();
    earlier.furtherVisits = world.random.poisson(care.furtherVisits);
    return { client: earlier, isNew: false };
  }
  const known = panel.takeForFollowUp(shift.day);
  return known === null ? fresh() : { client: known, isNew: false };
}

function book(
  world: World,
  shift: Shift,
  panel: Panel,
  care: CareFacts,
  slot: { type: AppointmentType; duration: number; minute: number },
): Appointment | null {
  const { random, timeline } = world;
  const { type } = slot;
  const startsAt = instantAt(shift.day, slot.minute);
  const channel = chooseChannel(random, timeline, type, shift.day);
  const booked = bookedAt(random, timeline, { type, channel, day: shift.day, startsAt });
  const bookingDay = localDay(booked);
  // Booked tomorrow or later, or for a clinic that stood under water: it never came about.
  if (bookingDay > timeline.today) return null;
  const closed = shift.clinicId === OUTAGE_CLINIC_ID && within(shift.day, timeline.outage);
  if (closed && booked > instantAt(timeline.outage.first, 7 * 60)) return null;

  const { client, isNew } = chooseClient(world, shift, panel, care, type);
  const reminder = reminderSent(world, shift, slot.minute, client, shift.day - bookingDay);
  const row: AppointmentRow = {
    id: 0,
    client_id: client.row.id,
    clinic_id: shift.clinicId,
    department_id: shift.staff.department_id,
    staff_id: shift.staff.id,
    campaign_id:
      isNew && type === "First visit" && (channel === "Online" || channel === "Phone")
        ? attribute(random, world.campaigns, timeline, bookingDay)
        : null,
    type,
    channel,
    booked_at: toIsoInstant(booked),
    starts_at: toIsoInstant(startsAt),
    duration_minutes: slot.duration,
    status: "booked",
    cancelled_at: null,
    reminder_sent: reminder,
    price: priceOf(care, type, yearOf(shift.day) - yearOf(timeline.start), client.row.payer),
  };
  const appointment: Appointment = { row, client, day: shift.day, startsAt, priorNoShows: client.noShows };
  if (isNew) registerOn(client, bookingDay);
  if (shift.day <= timeline.today) {
    decideOutcome(world, appointment, { booked, bookingDay, closed, minute: slot.minute });
  }
  comeBack(random, panel, appointment);
  return appointment;
}

function registerOn(client: Client, day: Day): void {
  client.row.registered_on = toIsoInstant(day * 86_400_000).slice(0, 10);
}

function reminderSent(world: World, shift: Shift, minute: number, client: Client, leadDays: number): boolean {
  if (leadDays < 1 || shift.day > world.timeline.today + 1) return false;
  const { clinicId, fromMinute } = FAILED_REMINDERS;
  const failed = shift.clinicId === clinicId && minute >= fromMinute;
  if (failed && within(shift.day, world.timeline.reminderFailure)) return false;
  return client.row.reminders_allowed && world.random.chance(0.965);
}

function decideOutcome(
  world: World,
  appointment: Appointment,
  booking: { booked: number; bookingDay: Day; closed: boolean; minute: number },
): void {
  const { random, timeline } = world;
  const { row, client, startsAt, day } = appointment;
  const leadDays = day - booking.bookingDay;
  const cancel = (at: number) => {
    row.status = "cancelled";
    row.cancelled_at = toIsoInstant(at);
  };
  if (booking.closed) return cancel(instantAt(timeline.outage.first, 7 * 60 + 40));
  if (leadDays > 0 && random.chance(cancelChance(leadDays))) {
    return cancel(booking.booked + Math.floor((startsAt - booking.booked) * Math.sqrt(random.next()) * 0.97));
  }
  const clinic = CLINICS.find(({ id }) => id === row.clinic_id);
  const chance = noShowChance({
    leadDays,
    hour: Math.floor(booking.minute / 60),
    weekday: weekdayOf(day),
    age: yearOf(day) - client.row.birth_year,
    channel: row.channel,
    type: row.type,
    priorNoShows: client.noShows,
    priorKept: client.kept,
    reminderSent: row.reminder_sent,
    distanceKm: row.type === "Remote" ? 0 : client.row.distance_km,
    clinic: clinic?.noShow ?? 0,
    hidden: client.hidden + random.normal(0, 0.35),
  });
  row.status = random.chance(chance) ? "no_show" : "kept";
  if (row.status === "kept") client.kept++;
  else client.noShows++;
}

/** Who missed a visit is lost a little more often; a finished treatment goes to the earlier clients. */
function comeBack(random: Random, panel: Panel, { row, client, day }: Appointment): void {
  client.nextDue = day + random.int(7, 35);
  if (row.type !== "First visit") client.furtherVisits--;
  if (row.status === "no_show" && random.chance(0.22)) client.furtherVisits = 0;
  panel.add(client);
}

/** List price, raised by 3 % each January, by payer; in steps of 50 cents. */
function priceOf(care: CareFacts, type: AppointmentType, years: number, payer: Payer): number {
  const list = care.price[APPOINTMENT_TYPES.indexOf(type)] ?? 0;
  const factor = { statutory: 0.92, private: 1.22, self_pay: 1.06 }[payer];
  return Math.round(list * factor * 1.03 ** years * 2) / 2;
}
