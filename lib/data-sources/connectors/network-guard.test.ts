import { connect, createServer } from "node:net";
import { beforeAll, describe, expect, it } from "vitest";
import { readEnv } from "@/lib/env";
import {
  type GuardPolicy,
  guardAnswers,
  guardedLookup,
  isRefusedAddress,
  refusedKind,
  resolveGuarded,
} from "./network-guard";

const BASE = {
  APP_DATABASE_URL: "postgresql://localhost/x",
  ENCRYPTION_KEY: "k".repeat(40),
  NEXTAUTH_SECRET: "s".repeat(40),
};

function policy(mode: "demo" | "production", allowed = "", changes: Partial<GuardPolicy> = {}): GuardPolicy {
  const { sourceNetworks } = readEnv({ ...BASE, BROADSHEET_MODE: mode, SOURCE_ALLOWED_NETWORKS: allowed });
  return { networks: sourceNetworks, own: [], ownDatabase: [], ...changes };
}

const PRIVATE = [
  "10.1.2.3",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "100.64.0.1",
  "fd12:3456::1",
  "fc00::1",
];
const LOOPBACK = ["127.0.0.1", "127.8.9.1", "::1"];
const METADATA = [
  "169.254.169.254",
  "169.254.170.2",
  "100.100.100.200",
  "168.63.129.16",
  "fd00:ec2::254",
  "FD00:0EC2:0:0:0:0:0:254",
];
const NEVER_SERVERS = [
  "0.0.0.0",
  "::",
  "169.254.1.1",
  "fe80::1",
  "fe80::1%eth0",
  "224.0.0.1",
  "ff02::1",
  "255.255.255.255",
];
const RESERVED = [
  "192.0.2.1",
  "198.18.0.1",
  "240.0.0.1",
  "2001:db8::1",
  "2001::1",
  "64:ff9b:1::a01:203",
  "100::1",
];
const PUBLIC = [
  "8.8.8.8",
  "172.32.0.1",
  "100.128.0.1",
  "9.255.255.255",
  "2606:4700::1111",
  "2a00:1450:4001::8",
  "64:ff9b::808:808",
  "2002:808:808::1",
];
/** 10.1.2.3, 127.0.0.1 and 169.254.169.254 in every disguise. */
const DISGUISED = [
  ["::ffff:10.1.2.3", "private"],
  ["::ffff:a01:203", "private"],
  ["::ffff:0:10.1.2.3", "private"],
  ["::10.1.2.3", "private"],
  ["64:ff9b::10.1.2.3", "private"],
  ["64:ff9b::a01:203", "private"],
  ["2002:a01:203::1", "private"],
  ["::ffff:127.0.0.1", "loopback"],
  ["0:0:0:0:0:ffff:7f00:1", "loopback"],
  ["2002:7f00:1::", "loopback"],
  ["::ffff:169.254.169.254", "metadata"],
  ["64:ff9b::a9fe:a9fe", "metadata"],
  ["2002:a9fe:a9fe::", "metadata"],
  ["::ffff:0.0.0.0", "unspecified"],
] as const;

describe("which addresses a source may have", () => {
  it("are the public ones in production", () => {
    const production = policy("production");
    for (const address of PUBLIC)
      expect([address, refusedKind(address, production)]).toEqual([address, null]);
    for (const address of [...PRIVATE, ...LOOPBACK, ...METADATA, ...NEVER_SERVERS, ...RESERVED])
      expect([address, refusedKind(address, production)]).toEqual([address, expect.any(String)]);
  });

  it.each(DISGUISED)("%s is recognised as %s", (address, kind) => {
    expect(refusedKind(address, policy("production"))).toBe(kind);
  });

  it("are also private and loopback ones in the demo, never the cloud's metadata", () => {
    const demo = policy("demo", "", { own: ["10.9.9.9"] });
    for (const address of [...PUBLIC, ...PRIVATE, ...LOOPBACK, "10.9.9.9"])
      expect([address, refusedKind(address, demo)]).toEqual([address, null]);
    for (const address of METADATA)
      expect([address, refusedKind(address, demo)]).toEqual([address, "metadata"]);
    for (const address of [...NEVER_SERVERS, ...RESERVED]) expect(refusedKind(address, demo)).not.toBeNull();
    expect(refusedKind("64:ff9b::a9fe:a9fe", demo)).toBe("metadata");
  });

  it("are those the operator lists, whatever the form", () => {
    const listed = policy("production", "10.1.2.0/24, fd12:3456::/32 192.0.2.7");
    for (const address of ["10.1.2.3", "::ffff:10.1.2.3", "fd12:3456::1", "192.0.2.7"])
      expect([address, refusedKind(address, listed)]).toEqual([address, null]);
    for (const address of ["10.1.3.3", "fd13::1", "192.0.2.8", "127.0.0.1"])
      expect(refusedKind(address, listed)).not.toBeNull();
  });

  it("the word private opens private networks and nothing else", () => {
    const words = policy("production", "private");
    for (const address of PRIVATE) expect(refusedKind(address, words)).toBeNull();
    for (const address of [...METADATA, ...LOOPBACK, ...NEVER_SERVERS])
      expect(refusedKind(address, words)).not.toBeNull();
    expect(refusedKind("127.0.0.1", policy("production", "loopback"))).toBeNull();
  });

  it("metadata and the product's own database need their own address in the list", () => {
    const database = { ownDatabase: ["10.1.2.3", "203.0.114.9"] };
    for (const allowed of ["private", "10.0.0.0/8 0.0.0.0/0 169.254.0.0/16 ::/0", "10.1.2.0/24"]) {
      const wide = policy("production", allowed, database);
      expect(refusedKind("10.1.2.3", wide)).toBe("own database");
      expect(refusedKind("203.0.114.9", wide)).toBe("own database");
      expect(refusedKind("169.254.169.254", wide)).toBe("metadata");
    }
    const exact = policy("production", "10.1.2.3 169.254.169.254/32 fd00:ec2::254", database);
    for (const address of ["10.1.2.3", "169.254.169.254", "fd00:ec2::254"])
      expect(refusedKind(address, exact)).toBeNull();
  });

  it("a public address of this machine is as guarded as loopback", () => {
    const own = { own: ["203.0.114.5"] };
    expect(refusedKind("203.0.114.5", policy("production", "", own))).toBe("own");
    expect(refusedKind("203.0.114.5", policy("production", "203.0.114.5", own))).toBeNull();
  });
});

describe("refusing", () => {
  it("says what, why and what the operator does", () => {
    const refuse = (host: string, address: string) => () =>
      guardAnswers(host, [{ address, family: 4 }], policy("production", "", { ownDatabase: ["10.0.0.5"] }));
    expect(refuse("db.internal", "10.1.2.3")).toThrow(
      "db.internal is 10.1.2.3, a private address. The operator can allow it with SOURCE_ALLOWED_NETWORKS=10.1.2.0/24.",
    );
    expect(refuse("10.1.2.3", "10.1.2.3")).toThrow(
      "10.1.2.3 is a private address. The operator can allow it with SOURCE_ALLOWED_NETWORKS=10.1.2.0/24.",
    );
    expect(refuse("db.internal", "fd12:3456:1:2::9")).toThrow("SOURCE_ALLOWED_NETWORKS=fd12:3456:1:2::/64.");
    expect(refuse("postgres", "10.0.0.5")).toThrow(
      "postgres is 10.0.0.5, the address of Broadsheet's own database. The operator can allow it with SOURCE_ALLOWED_NETWORKS=10.0.0.5.",
    );
  });

  it("refuses a name when any of its answers is refused", () => {
    const answers = [
      { address: "8.8.8.8", family: 4 },
      { address: "169.254.169.254", family: 4 },
    ];
    expect(() => guardAnswers("mixed.example", answers, policy("demo"))).toThrow(
      /mixed.example is 169.254.169.254/,
    );
  });

  it("what it suggests works", () => {
    for (const address of [
      ...[...PRIVATE, ...LOOPBACK, ...METADATA, ...NEVER_SERVERS, ...RESERVED, "fd12::1:2:3:4:5"],
      ...DISGUISED.map(([address]) => address),
    ]) {
      let message = "";
      try {
        guardAnswers("db.internal", [{ address, family: 4 }], policy("production"));
      } catch (error) {
        message = (error as Error).message;
      }
      const suggestion = /SOURCE_ALLOWED_NETWORKS=(\S+)\.$/.exec(message)?.[1];
      expect([address, refusedKind(address, policy("production", suggestion))]).toEqual([address, null]);
    }
  });

  it("does not start with a network it cannot read", () => {
    for (const wrong of ["10.0.0.0/33", "db.internal", "10.0.0.0/", "fe80::1%eth0", "1.2.3.4/8/8", "publik"])
      expect(() => policy("production", wrong)).toThrow(/SOURCE_ALLOWED_NETWORKS/);
  });
});

describe("looking up", () => {
  beforeAll(
    () => void Object.assign(process.env, { ...BASE, BROADSHEET_MODE: "demo", SOURCE_ALLOWED_NETWORKS: "" }),
  );

  it("takes literal addresses too, and every way to write one", async () => {
    expect(await resolveGuarded("127.0.0.1")).toEqual([{ address: "127.0.0.1", family: 4 }]);
    const refused = await resolveGuarded("169.254.169.254").catch((error: unknown) => error);
    expect(isRefusedAddress(refused)).toBe(true);
    // The system's own resolver knows these as 169.254.169.254.
    for (const host of ["2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.254.43518"])
      await expect(resolveGuarded(host)).rejects.toMatchObject({
        code: expect.stringMatching(/EREFUSEDADDRESS|ENOTFOUND/),
      });
  });

  it("guards a connection that is made by name", async () => {
    const server = createServer((socket) => socket.end());
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as { port: number };
    const open = (host: string) =>
      new Promise((resolve, reject) => {
        const socket = connect({ host, port, lookup: guardedLookup, family: 4 });
        socket.once("connect", () => resolve(socket.destroy() && "connected"));
        socket.once("error", reject);
      });
    try {
      expect(await open("localhost")).toBe("connected");
      await expect(open("nowhere.invalid")).rejects.toMatchObject({
        code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/),
      });
    } finally {
      server.close();
    }
  });
});
