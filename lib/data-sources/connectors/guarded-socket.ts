import { isIP, Socket } from "node:net";
import type { ConnectStep } from "./failures";
import { guardedLookup } from "./network-guard";

/**
 * A socket for drivers that connect it themselves: it goes only to addresses the operator allows, and knows how
 * far it came.
 */
export class GuardedSocket extends Socket {
  step: ConnectStep = "resolve";

  constructor() {
    super();
    this.once("connect", () => (this.step = "sign in"));
  }

  /** In the form node-postgres uses: a port and a host. */
  override connect(...[port, host]: unknown[]): this {
    return this.open(String(host), Number(port));
  }

  /** Looks the host up under guard, and connects. */
  open(host: string, port: number): this {
    this.once("lookup", () => (this.step = "connect"));
    if (isIP(host) === 0) return super.connect({ host, port, lookup: guardedLookup });
    // Of an address there is nothing to look up, so node would not ask the guard.
    guardedLookup(host, {}, (error) => {
      if (this.destroyed) return;
      if (error) return void this.destroy(error);
      this.step = "connect";
      super.connect({ host, port });
    });
    return this;
  }
}
