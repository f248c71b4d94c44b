import { BlockList, isIP, isIPv4 } from "node:net";

/** Our own side: this machine, and the networks in which proxies and containers live (RFC 1918, 4193, 3927, 6598). */
const OWN_NETWORKS = new BlockList();
for (const [network, prefix] of [
  ["127.0.0.0", 8],
  ["10.0.0.0", 8],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
  ["169.254.0.0", 16],
  ["100.64.0.0", 10],
] as const)
  OWN_NETWORKS.addSubnet(network, prefix, "ipv4");
OWN_NETWORKS.addAddress("::1", "ipv6");
OWN_NETWORKS.addSubnet("fc00::", 7, "ipv6");
OWN_NETWORKS.addSubnet("fe80::", 10, "ipv6");

/**
 * Who asks, from `x-forwarded-for`: each proxy, and our own server, adds at the end whom it was asked by, and the
 * browser may begin the list with whatever it likes. So it is the last address that is not our own side's. IPv6 by
 * its /64, of which one customer has all. "unknown" when there is none.
 */
export function clientAddress(forwardedFor: string | undefined): string {
  const hops = (forwardedFor ?? "")
    .split(",")
    .map((hop) => hop.trim().replace(/^::ffff:(?=[\d.]+$)/i, ""))
    .filter((hop) => isIP(hop) !== 0);
  const outside = hops.findLast((hop) => !OWN_NETWORKS.check(hop, isIPv4(hop) ? "ipv4" : "ipv6"));
  const address = outside ?? hops[0];
  if (address === undefined) return "unknown";
  return isIPv4(address) ? address : networkOf(address);
}

/** "2001:db8::7:0:0:0:1" → "2001:db8:0:7" */
function networkOf(address: string): string {
  const [head = "", tail] = address.toLowerCase().split("::");
  const left = head.split(":").filter(Boolean);
  const right = tail?.split(":").filter(Boolean) ?? [];
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  return [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
