import { describe, expect, it } from "vitest";
import { RESENDABLE_STATES } from "@/lib/deliveries/delivery-states";
import { DeliveryState } from "@/lib/deliveries/schemas";
import { canBeResent, resendWarning } from "./delivery-rules";

const delivery = (state: DeliveryState, recipient = "ada@x.example") => ({ state, recipient });

describe("sending again", () => {
  it("is offered for what the server sends again, and for nothing else", () => {
    const offered = DeliveryState.options.filter((state) => canBeResent({ state }));
    expect(offered.toSorted()).toEqual([...RESENDABLE_STATES].toSorted());
  });

  it("names the one person, or counts them", () => {
    expect(resendWarning([delivery("FAILED")])).toBe("The same files are sent again to ada@x.example.");
    expect(resendWarning([delivery("FAILED"), delivery("BOUNCED")])).toContain("to 2 people.");
  });

  it("says who may receive it twice", () => {
    expect(resendWarning([delivery("UNKNOWN"), delivery("FAILED")])).toContain(
      "One of these mails may have arrived already",
    );
    expect(resendWarning([delivery("UNKNOWN"), delivery("UNKNOWN")])).toContain(
      "2 of these mails may have arrived already",
    );
  });
});
