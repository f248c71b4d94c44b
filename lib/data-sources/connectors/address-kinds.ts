/** What an IP address is for, by IANA's special-purpose registries (RFC 6890) and the clouds' documentation. */
import { BlockList, isIP } from "node:net";
import type { Network } from "@/lib/env";

export type AddressKind =
  | "public"
  | "metadata"
  | "loopback"
  | "unspecified"
  | "private"
  | "link-local"
  | "multicast"
  | "reserved";

/** In this order: the first that holds an address says what it is. */
const NETWORKS: readonly [Exclude<AddressKind, "public">, readonly string[]][] = [
  [
    "metadata",
    [
      "169.254.169.254/32", // AWS, Azure, Google, Oracle, DigitalOcean …
      "169.254.170.2/32", // AWS containers
      "169.254.170.23/32", // AWS EKS
      "100.100.100.200/32", // Alibaba
      "168.63.129.16/32", // Azure's platform
      "192.0.0.192/32", // Oracle
      "fd00:ec2::254/128",
      "fd00:ec2::23/128",
      "fd20:ce::254/128", // Google
    ],
  ],
  ["loopback", ["127.0.0.0/8", "::1/128"]],
  ["unspecified", ["0.0.0.0/8", "::/128"]],
  ["private", ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7", "fec0::/10"]],
  ["link-local", ["169.254.0.0/16", "fe80::/10"]],
  ["multicast", ["224.0.0.0/4", "ff00::/8"]],
  [
    "reserved",
    [
      ...["192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24"],
      ...["203.0.113.0/24", "240.0.0.0/4"],
      // Teredo and a network's own NAT64 hide an IPv4 address behind rules of their own.
      ...["100::/64", "2001::/32", "2001:db8::/32", "3fff::/20", "5f00::/16", "64:ff9b:1::/48"],
    ],
  ],
];

const KINDS = NETWORKS.map(([kind, networks]) => {
  const list = new BlockList();
  for (const network of networks) {
    const [address = "", prefix] = network.split("/");
    list.addSubnet(address, Number(prefix), isIP(address) === 4 ? "ipv4" : "ipv6");
  }
  return { kind, list };
});

/**
 * The most guarded kind among the forms of an address: itself, and the IPv4 address inside an IPv4-mapped,
 * IPv4-compatible, NAT64 (RFC 6052) or 6to4 (RFC 3056) one. What is no address at all is `reserved`.
 */
export function addressFacts(address: string): { kind: AddressKind; forms: string[] } {
  // The zone of a link-local address (`%eth0`) says which cable, not which address.
  const [bare = ""] = address.split("%");
  const version = isIP(bare);
  if (version === 0) return { kind: "reserved", forms: [] };
  const inner = version === 6 ? embeddedIpv4(groupsOf(bare)) : null;
  const forms = inner ? [bare, inner] : [bare];
  const found = KINDS.find(({ list }) => forms.some((form) => list.check(form, familyOf(form))));
  return { kind: found?.kind ?? "public", forms };
}

/** The IPv4 address inside an IPv6 one, or the address itself without its zone. */
export function plainAddress(address: string): string {
  return addressFacts(address).forms.at(-1) ?? address;
}

/** The network somebody would mean by an address: its /24 or /64. */
export function networkAround(address: string): string {
  const plain = plainAddress(address);
  if (isIP(plain) === 4) return plain.replace(/\.\d+$/, ".0/24");
  const prefix = groupsOf(plain)
    .slice(0, 4)
    .map((group) => group.toString(16));
  return `${prefix.join(":").replace(/(:0)+$/, "")}::/64`;
}

/** True when one of the forms of an address lies in one of the networks. */
export function isListed(forms: readonly string[], networks: readonly Network[]): boolean {
  const list = new BlockList();
  for (const { address, prefix, family } of networks) list.addSubnet(address, prefix, family);
  return forms.some((form) => list.check(form, familyOf(form)));
}

const familyOf = (address: string) => (isIP(address) === 4 ? "ipv4" : "ipv6");

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  });
  const [head = "", tail] = hex.split("::");
  const numbers = (part: string) =>
    part === "" ? [] : part.split(":").map((group) => Number.parseInt(group, 16));
  const [before, after] = [numbers(head), numbers(tail ?? "")];
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

function embeddedIpv4(groups: number[]): string | null {
  const [a = 0, b = 0, c = 0] = groups;
  const text = (high = 0, low = 0) => [high >> 8, high & 255, low >> 8, low & 255].join(".");
  const isZero = (from: number, to: number) => groups.slice(from, to).every((group) => group === 0);
  if (a === 0x2002) return text(b, c);
  if (a === 0x64 && b === 0xff9b && isZero(2, 6)) return text(groups[6], groups[7]);
  // ::ffff:0:0/96 and the former ::ffff:0:0:0/96 (SIIT); ::/96 is older still. :: and ::1 are themselves.
  const isMapped = isZero(0, 5) && groups[5] === 0xffff;
  const isTranslated = isZero(0, 4) && groups[4] === 0xffff && groups[5] === 0;
  const isCompatible = isZero(0, 6) && !(groups[6] === 0 && (groups[7] ?? 0) <= 1);
  return isMapped || isTranslated || isCompatible ? text(groups[6], groups[7]) : null;
}
