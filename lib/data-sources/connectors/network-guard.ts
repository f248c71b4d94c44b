/**
 * Which addresses a data source may have. Whoever adds a source chooses a host, and Broadsheet stands inside the
 * operator's network: without this it would be a way to reach what only that network can reach.
 */
import dns, { type LookupAddress } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { networkInterfaces } from "node:os";
import { type Env, env, type Network } from "@/lib/env";
import { type AddressKind, addressFacts, isListed, networkAround, plainAddress } from "./address-kinds";

const WORDS = {
  metadata: "an address at which a cloud gives out credentials",
  loopback: "the machine Broadsheet itself runs on",
  unspecified: "no address of a server",
  private: "a private address",
  "link-local": "an address of the local network segment",
  multicast: "an address of many machines at once",
  reserved: "a reserved address",
  own: "an address of the machine Broadsheet itself runs on",
  "own database": "the address of Broadsheet's own database",
} as const satisfies Record<Exclude<AddressKind, "public"> | "own" | "own database", string>;

export type RefusedKind = keyof typeof WORDS;

/** Recognise it by `code`: a process may hold this module more than once. */
export class RefusedAddressError extends Error {
  readonly code = "EREFUSEDADDRESS";
  constructor(
    readonly host: string,
    readonly address: string,
    readonly kind: RefusedKind,
  ) {
    super(refusal(host, address, kind));
    this.name = "RefusedAddressError";
  }
}

export function isRefusedAddress(error: unknown): error is RefusedAddressError {
  return error instanceof Error && "code" in error && error.code === "EREFUSEDADDRESS";
}

/** What, why, and what the operator does. The same sentence whether anything listens there or not. */
function refusal(host: string, address: string, kind: RefusedKind): string {
  const what = host === address ? host : `${host} is ${address},`;
  const is = host === address ? " is" : "";
  const where = kind === "private" ? networkAround(address) : plainAddress(address);
  return `${what}${is} ${WORDS[kind]}. The operator can allow it with SOURCE_ALLOWED_NETWORKS=${where}.`;
}

export type GuardPolicy = {
  networks: Env["sourceNetworks"];
  /** Addresses of this machine, beside the loopback ones. */
  own: readonly string[];
  /** Addresses of the product's own database; empty where it may be a source (demo). */
  ownDatabase: readonly string[];
};

/** Why an address is refused; null when it is allowed. */
export function refusedKind(address: string, policy: GuardPolicy): RefusedKind | null {
  const { kind, forms } = addressFacts(address);
  const { networks } = policy;
  const isOwnDatabase = forms.some((form) => policy.ownDatabase.includes(form));
  // A wide network must not open these by accident.
  if (kind === "metadata" || isOwnDatabase)
    return isListed(forms, networks.listed.filter(isOneAddress))
      ? null
      : isOwnDatabase
        ? "own database"
        : "metadata";
  if (isListed(forms, networks.listed)) return null;
  if (kind === "private") return networks.private ? null : kind;
  if (kind === "loopback") return networks.loopback ? null : kind;
  if (kind !== "public") return kind;
  return !networks.loopback && forms.some((form) => policy.own.includes(form)) ? "own" : null;
}

const isOneAddress = ({ prefix, family }: Network) => prefix === (family === "ipv4" ? 32 : 128);

/** Throws RefusedAddressError when any of the addresses is refused: which one is dialled is not ours to choose. */
export function guardAnswers(host: string, answers: readonly LookupAddress[], policy: GuardPolicy): void {
  for (const { address } of answers) {
    const kind = refusedKind(address, policy);
    if (kind) throw new RefusedAddressError(host, address, kind);
  }
}

/**
 * The addresses of a host, each of them allowed; a literal address is its own. Connect to one of these and not to the
 * name: a name may have another answer a moment later. Throws RefusedAddressError, or the error of the look-up
 * (ENOTFOUND …).
 */
export async function resolveGuarded(host: string): Promise<LookupAddress[]> {
  const answers = await addressesOf(host);
  guardAnswers(host, answers, await presentPolicy());
  return answers;
}

/** For `net.connect` and everything that takes a `lookup`. Node asks it for names only: literal addresses pass by it. */
export const guardedLookup: LookupFunction = (host, options, callback) => {
  resolveGuarded(host).then(
    (answers) => {
      const family = options.family === "IPv4" ? 4 : options.family === "IPv6" ? 6 : options.family;
      const fitting = family ? answers.filter((answer) => answer.family === family) : answers;
      const [first] = fitting;
      if (!first)
        callback(Object.assign(new Error(`${host} has no such address`), { code: "ENOTFOUND" }), "");
      else if (options.all) callback(null, fitting);
      else callback(null, first.address, first.family);
    },
    (error: NodeJS.ErrnoException) => callback(error, ""),
  );
};

async function addressesOf(host: string): Promise<LookupAddress[]> {
  const family = isIP(host);
  return family ? [{ address: host, family }] : dns.promises.lookup(host, { all: true });
}

async function presentPolicy(): Promise<GuardPolicy> {
  const { mode, sourceNetworks: networks, appDatabaseUrl } = env();
  const own = Object.values(networkInterfaces()).flatMap((list) =>
    (list ?? []).map(({ address }) => address),
  );
  if (mode === "demo") return { networks, own, ownDatabase: [] };
  const host = new URL(appDatabaseUrl).hostname.replace(/^\[|\]$/g, "");
  const database = await addressesOf(host).catch(() => []);
  return { networks, own, ownDatabase: database.map(({ address }) => address) };
}
