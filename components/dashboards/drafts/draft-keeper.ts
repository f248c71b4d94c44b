/** Keeps a draft on the server while it is changed, and in the browser until the server has it. */
import { ApiError } from "@/components/figures/fetch-json";
import type { DraftDocument, DraftReceipt } from "@/lib/dashboards/drafts/schemas";
import type { BrowserCopy } from "./browser-copy";

export type KeepStatus =
  /** There is no draft. */
  | { kind: "none" }
  | { kind: "keeping" }
  /** `savedAt` is ISO 8601. */
  | { kind: "kept"; savedAt: string }
  /** The server could not be reached. `isSafe` is false when the browser keeps nothing either. */
  | { kind: "offline"; isSafe: boolean }
  | { kind: "refused"; message: string }
  /** Another window of the same person has a draft of its own; 0 when it gave the draft up. */
  | { kind: "elsewhere"; revision: number; message: string };

export type KeptDraft = { document: DraftDocument; baseVersion: number };

export type KeeperPorts = {
  put: (draft: KeptDraft & { expectedRevision: number }) => Promise<DraftReceipt>;
  drop: () => Promise<unknown>;
  copy: Pick<BrowserCopy, "write" | "clear">;
  /** Calls back after a while; the returned function takes it back. */
  later: (ms: number, work: () => void) => () => void;
};

const QUIET_MS = 1200;
const RETRY_MS = 10_000;

export class DraftKeeper {
  private wanted: KeptDraft | null = null;
  private wantedText = "";
  private keptText = "";
  private isBusy = false;
  private isSafe = true;
  private cancel: () => void = () => undefined;
  private status: KeepStatus;
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly ports: KeeperPorts,
    private revision: number,
    stored: (KeptDraft & { savedAt: string }) | null,
  ) {
    this.status = stored ? { kind: "kept", savedAt: stored.savedAt } : { kind: "none" };
    if (stored) this.keptText = textOf(stored);
    this.wanted = stored;
    this.wantedText = this.keptText;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly getStatus = (): KeepStatus => this.status;

  /** null when nothing differs from what is published. */
  want(draft: KeptDraft | null): void {
    const text = textOf(draft);
    if (text === this.wantedText) return;
    this.wanted = draft;
    this.wantedText = text;
    if (draft) this.isSafe = this.ports.copy.write({ ...draft, revision: this.revision });
    else this.ports.copy.clear();
    if (this.status.kind === "elsewhere") return;
    this.tell({ kind: "keeping" });
    // Given up, it goes at once: whoever leaves the page next does not find it again.
    this.schedule(draft ? QUIET_MS : 0);
  }

  /** The draft was published, which ended it on the server. */
  published(): void {
    this.revision = 0;
    this.keptText = "";
    this.ports.copy.clear();
  }

  /** Of two windows' drafts, this one. */
  keepThis(): void {
    if (this.status.kind !== "elsewhere") return;
    this.revision = this.status.revision;
    this.keptText = "";
    this.tell({ kind: "keeping" });
    this.schedule(0);
  }

  /** For when the connection is back. */
  retry(): void {
    if (this.status.kind === "offline") this.schedule(0);
  }

  stop(): void {
    this.cancel();
  }

  private schedule(ms: number): void {
    this.cancel();
    this.cancel = this.ports.later(ms, () => void this.flush());
  }

  private async flush(): Promise<void> {
    if (this.isBusy) return;
    this.isBusy = true;
    const [draft, text] = [this.wanted, this.wantedText];
    try {
      if (text !== this.keptText) await this.send(draft);
      this.keptText = text;
      if (this.wantedText === text) this.settle(draft);
    } catch (error) {
      this.fail(error);
    } finally {
      this.isBusy = false;
      if (this.status.kind === "keeping") this.schedule(QUIET_MS);
    }
  }

  private savedAt = "";

  private async send(draft: KeptDraft | null): Promise<void> {
    if (draft === null) {
      if (this.revision > 0) await this.ports.drop();
      this.revision = 0;
      return;
    }
    const receipt = await this.ports.put({ ...draft, expectedRevision: this.revision });
    this.revision = receipt.revision;
    this.savedAt = receipt.savedAt;
  }

  private settle(draft: KeptDraft | null): void {
    this.ports.copy.clear();
    this.tell(draft ? { kind: "kept", savedAt: this.savedAt } : { kind: "none" });
  }

  private fail(error: unknown): void {
    const refused = error instanceof ApiError && error.status >= 400 && error.status < 500 ? error : null;
    if (!refused) {
      this.tell({ kind: "offline", isSafe: this.isSafe });
      this.schedule(RETRY_MS);
      return;
    }
    const { message, details } = refused.body;
    this.tell(
      refused.status === 409
        ? { kind: "elsewhere", revision: Number(details.revision ?? 0), message }
        : { kind: "refused", message },
    );
  }

  private tell(status: KeepStatus): void {
    this.status = status;
    for (const listener of this.listeners) listener();
  }
}

const textOf = (draft: KeptDraft | null): string =>
  draft === null ? "" : JSON.stringify([draft.baseVersion, draft.document]);
