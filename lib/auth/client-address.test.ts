import { expect, test } from "vitest";
import { clientAddress } from "./client-address";

test.each([
  ["a browser without a proxy", "203.0.113.7", "203.0.113.7"],
  ["what a browser makes up stands left of what the server saw", "198.51.100.1, 203.0.113.7", "203.0.113.7"],
  ["proxies of our own network are passed over", "203.0.113.7, 10.0.0.4, 172.18.0.2", "203.0.113.7"],
  ["made up, and behind a proxy", "1.2.3.4, 203.0.113.7, 192.168.1.1", "203.0.113.7"],
  ["IPv4 written as IPv6", "::ffff:203.0.113.7", "203.0.113.7"],
  ["proxies written as IPv6", "203.0.113.7, ::1, fd00::2, ::ffff:10.0.0.1", "203.0.113.7"],
  ["everybody is in our own network", "10.0.0.9, 10.0.0.1", "10.0.0.9"],
  ["what is no address is passed over", "203.0.113.7, unknown, _hidden, <script>", "203.0.113.7"],
  ["nothing", "", "unknown"],
  ["no header", undefined, "unknown"],
])("%s", (_what, header, address) => expect(clientAddress(header)).toBe(address));

test("whoever has an IPv6 network has one address", () => {
  const one = clientAddress("2001:db8:0:7::1");
  expect(clientAddress("2001:db8::7:aaaa:bbbb:cccc:dddd")).toBe(one);
  expect(clientAddress("2001:DB8:0:7:ffff::")).toBe(one);
  expect(clientAddress("2001:db8:0:8::1")).not.toBe(one);
});
