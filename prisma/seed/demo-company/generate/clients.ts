import { type Day, toIsoDay, yearOf } from "../calendar";
import type { CareFacts } from "../facts";
import type { Random } from "../random";
import type { ClientRow, Payer } from "../tables/care";

/** A client while the history is being made: the row, and what the next visit depends on. */
export type Client = {
  row: ClientRow;
  age: number;
  /** Share of their appointments they tend to miss, as log-odds; stored nowhere. */
  hidden: number;
  kept: number;
  noShows: number;
  furtherVisits: number;
  /** Earliest day on which the next visit makes sense. */
  nextDue: Day;
};

const PAYER_SHARES: readonly [Payer, number][] = [
  ["statutory", 0.58],
  ["private", 0.29],
  ["self_pay", 0.13],
];

export class ClientRegister {
  readonly clients: Client[] = [];

  constructor(private readonly random: Random) {}

  register(clinicId: number, care: CareFacts, day: Day): Client {
    const { random } = this;
    const [mean, deviation] = care.age;
    const age = Math.round(Math.min(93, Math.max(18, random.normal(mean, deviation))));
    const id = this.clients.length + 1;
    const client: Client = {
      row: {
        id,
        client_number: `C-${String(100_000 + id)}`,
        home_clinic_id: clinicId,
        birth_year: yearOf(day) - age,
        sex: random.chance(0.006) ? "x" : random.chance(care.femaleShare) ? "f" : "m",
        distance_km: Math.round(Math.min(70, random.logNormal(4.6, 0.75)) * 10) / 10,
        payer: random.weighted(PAYER_SHARES, ([, share]) => share)[0],
        reminders_allowed: random.chance(0.93),
        registered_on: toIsoDay(day),
      },
      age,
      hidden: random.normal(0, 0.55),
      kept: 0,
      noShows: 0,
      furtherVisits: random.poisson(care.furtherVisits),
      nextDue: day,
    };
    this.clients.push(client);
    return client;
  }
}

/** The clients of one practitioner, who come back until their treatment is over. */
export class Panel {
  private readonly active: Client[] = [];
  private readonly earlier: Client[] = [];

  constructor(private readonly random: Random) {}

  add(client: Client): void {
    (client.furtherVisits > 0 ? this.active : this.earlier).push(client);
  }

  /** Takes the most urgent of a few; when none of them is due, someone from before comes back. */
  takeForFollowUp(day: Day): Client | null {
    let best = 0;
    for (let i = 0; i < 5 && this.active.length > 0; i++) {
      const other = this.random.int(0, this.active.length - 1);
      if (i === 0 || (this.active[other]?.nextDue ?? 0) < (this.active[best]?.nextDue ?? 0)) best = other;
    }
    const due = this.active[best];
    return due !== undefined && due.nextDue <= day + 4 ? takeAt(this.active, best) : this.takeEarlier(day);
  }

  /** Someone whose last treatment is over; null when the one drawn was here only days ago. */
  takeEarlier(day: Day): Client | null {
    if (this.earlier.length === 0) return null;
    const index = this.random.int(0, this.earlier.length - 1);
    return (this.earlier[index]?.nextDue ?? 0) <= day ? takeAt(this.earlier, index) : null;
  }
}

function takeAt(list: Client[], index: number): Client | null {
  const taken = list[index] ?? null;
  const last = list.pop();
  if (last !== undefined && last !== taken) list[index] = last;
  return taken;
}
