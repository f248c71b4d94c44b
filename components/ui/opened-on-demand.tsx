"use client";

import {
  type ComponentProps,
  type ComponentType,
  cloneElement,
  type PointerEvent,
  type ReactElement,
  type SyntheticEvent,
  useRef,
  useState,
} from "react";
import { tellMissing } from "./on-demand";

type Trigger = ReactElement<ComponentProps<"button">>;

/** What opens from a button: draws `trigger` as that button, and is open from the start when `defaultOpen`. */
export type OpenedProps = { trigger: Trigger; defaultOpen?: boolean };

type Drawn<Props> = { Opened: ComponentType<Props>; isOpen: boolean; hadFocus: boolean };

/**
 * A button and what it opens, e.g. a menu, whose code is loaded when the button is first pointed at, focused or pressed.
 * The button stands alone until it is focused or pressed. When the code cannot be loaded, that is said at a press.
 */
export function openedOnDemand<Props extends OpenedProps>(
  popup: "menu" | "dialog",
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loading: Promise<ComponentType<Props>> | null = null;
  const loadOnce = () => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };

  return function OpenedOnDemand(props: Props) {
    const [drawn, setDrawn] = useState<Drawn<Props> | null>(null);
    const wasPressed = useRef(false);

    async function draw(button: HTMLElement) {
      try {
        const Opened = await loadOnce();
        setDrawn({ Opened, isOpen: wasPressed.current, hadFocus: document.activeElement === button });
      } catch {
        if (wasPressed.current) tellMissing();
        wasPressed.current = false;
      }
    }

    function press({ currentTarget }: SyntheticEvent<HTMLElement>) {
      wasPressed.current = true;
      void draw(currentTarget);
    }

    function pressWithPointer(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || event.ctrlKey) return;
      // As in Radix's menus: the button must not take the focus that belongs into what opens.
      event.preventDefault();
      press(event);
    }

    if (drawn) {
      const { Opened, isOpen, hadFocus } = drawn;
      const trigger = hadFocus ? cloneElement(props.trigger, { autoFocus: true }) : props.trigger;
      return <Opened {...props} trigger={trigger} defaultOpen={isOpen} />;
    }
    return cloneElement(props.trigger, {
      "aria-haspopup": popup,
      "aria-expanded": false,
      onPointerEnter: () => void loadOnce().catch(() => {}),
      onFocus: ({ currentTarget }) => void draw(currentTarget),
      onPointerDown: pressWithPointer,
      // By keyboard or by assistive technology.
      onClick: press,
    });
  };
}
