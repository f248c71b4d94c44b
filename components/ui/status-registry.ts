import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CirclePlay,
  CircleQuestionMark,
  CircleSlash,
  CircleX,
  Clock,
  Hand,
  LoaderCircle,
  type LucideIcon,
  MailCheck,
  MailX,
  Megaphone,
  Send,
  SkipForward,
  TimerOff,
  TriangleAlert,
} from "lucide-react";
import type { BadgeTone } from "./badge";

export type ExecutionState =
  | "PENDING"
  | "RUNNING"
  | "COMPLETED"
  | "PARTIAL"
  | "HELD"
  | "SKIPPED"
  | "FAILED"
  | "EXPIRED"
  | "CANCELLED";

export type DeliveryState =
  | "QUEUED"
  | "SENDING"
  | "SENT"
  | "DELIVERED"
  | "BOUNCED"
  | "COMPLAINED"
  | "FAILED"
  | "SUPPRESSED"
  | "HELD"
  | "UNKNOWN";

export type ScheduleState = "ACTIVE" | "PAUSED" | "DISABLED" | "ERROR";
export type QueryRunState = "RUNNING" | "COMPLETED" | "FAILED" | "CANCELLED";
export type DataSourceState = "OK" | "FAILED" | "UNCHECKED";

export type StatusStates = {
  execution: ExecutionState;
  delivery: DeliveryState;
  schedule: ScheduleState;
  dataSource: DataSourceState;
  queryRun: QueryRunState;
};
export type StatusKind = keyof StatusStates;

export type StatusLook = {
  icon: LucideIcon;
  tone: BadgeTone;
  word: string;
  /** One sentence for the tooltip: what this state means for the reader. */
  meaning: string;
  /** True while something is going on; the icon then turns. */
  busy?: true;
};

const held: StatusLook = {
  icon: Hand,
  tone: "warn",
  word: "Held",
  meaning: "Kept back by a condition. An admin can release it.",
};

/** One icon, one colour and one word for each state, the same on every page. */
export const STATUS_LOOKS: { [Kind in StatusKind]: Record<StatusStates[Kind], StatusLook> } = {
  execution: {
    PENDING: { icon: Clock, tone: "neutral", word: "Waiting", meaning: "Due, and not started yet." },
    RUNNING: {
      icon: LoaderCircle,
      tone: "info",
      word: "Running",
      meaning: "Being prepared right now.",
      busy: true,
    },
    COMPLETED: {
      icon: CircleCheck,
      tone: "good",
      word: "Completed",
      meaning: "Prepared, and handed over for delivery.",
    },
    PARTIAL: {
      icon: TriangleAlert,
      tone: "warn",
      word: "Partly delivered",
      meaning: "Some recipients or parts failed. See what happened below.",
    },
    HELD: held,
    SKIPPED: {
      icon: SkipForward,
      tone: "neutral",
      word: "Skipped",
      meaning: "Its condition was not met, so nothing was sent.",
    },
    FAILED: {
      icon: CircleX,
      tone: "bad",
      word: "Failed",
      meaning: "Could not be prepared. Nothing was sent.",
    },
    EXPIRED: {
      icon: TimerOff,
      tone: "neutral",
      word: "Expired",
      meaning: "Its files were removed by the retention rule.",
    },
    CANCELLED: {
      icon: Ban,
      tone: "neutral",
      word: "Cancelled",
      meaning: "Stopped by a person before it was done.",
    },
  },
  queryRun: {
    RUNNING: {
      icon: LoaderCircle,
      tone: "info",
      word: "Running",
      meaning: "The source is being asked right now.",
      busy: true,
    },
    COMPLETED: { icon: CircleCheck, tone: "good", word: "Completed", meaning: "The question was answered." },
    FAILED: { icon: CircleX, tone: "bad", word: "Failed", meaning: "The source gave no answer." },
    CANCELLED: { icon: Ban, tone: "neutral", word: "Cancelled", meaning: "Stopped before the answer came." },
  },
  delivery: {
    QUEUED: { icon: Clock, tone: "neutral", word: "Queued", meaning: "Waiting to be sent." },
    SENDING: {
      icon: LoaderCircle,
      tone: "info",
      word: "Sending",
      meaning: "Being sent right now.",
      busy: true,
    },
    SENT: {
      icon: Send,
      tone: "info",
      word: "Sent",
      meaning: "Accepted by the mail service; not confirmed yet.",
    },
    DELIVERED: {
      icon: MailCheck,
      tone: "good",
      word: "Delivered",
      meaning: "The recipient's mail server accepted it.",
    },
    BOUNCED: {
      icon: MailX,
      tone: "bad",
      word: "Bounced",
      meaning: "The recipient's mail server refused it.",
    },
    COMPLAINED: {
      icon: Megaphone,
      tone: "bad",
      word: "Complained",
      meaning: "The recipient marked it as spam.",
    },
    FAILED: {
      icon: CircleX,
      tone: "bad",
      word: "Failed",
      meaning: "Could not be sent. It can be sent again.",
    },
    SUPPRESSED: {
      icon: CircleSlash,
      tone: "warn",
      word: "Suppressed",
      meaning: "Not sent: the address is on the suppression list.",
    },
    HELD: held,
    UNKNOWN: {
      icon: CircleQuestionMark,
      tone: "warn",
      word: "Unknown",
      meaning: "It may have been sent, but no answer came back. Check before sending again.",
    },
  },
  schedule: {
    ACTIVE: { icon: CirclePlay, tone: "good", word: "Active", meaning: "Runs at its next time." },
    PAUSED: {
      icon: CirclePause,
      tone: "neutral",
      word: "Paused",
      meaning: "Stopped by a person until someone resumes it.",
    },
    DISABLED: {
      icon: CircleSlash,
      tone: "neutral",
      word: "Disabled",
      meaning: "Switched off; it does not run.",
    },
    ERROR: {
      icon: CircleAlert,
      tone: "bad",
      word: "Error",
      meaning: "Cannot run as it is. It needs a change.",
    },
  },
  dataSource: {
    OK: { icon: CircleCheck, tone: "good", word: "Connected", meaning: "Answered at the last check." },
    FAILED: {
      icon: CircleX,
      tone: "bad",
      word: "Not reachable",
      meaning: "Did not answer at the last check.",
    },
    UNCHECKED: {
      icon: CircleDashed,
      tone: "neutral",
      word: "Not checked",
      meaning: "Has not been tested yet.",
    },
  },
};

/** The look of one state of one kind of thing. */
export function statusLook<Kind extends StatusKind>(kind: Kind, state: StatusStates[Kind]): StatusLook {
  return STATUS_LOOKS[kind][state];
}
