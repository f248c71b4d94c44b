"use client";

import { ChevronLeft, ChevronRight, Pause, Play, X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent, DialogTitle } from "@/components/ui/dialog";
import { NativeSelect } from "@/components/ui/native-select";
import type { DashboardTab } from "@/lib/dashboards/schemas";
import { useChosenTab } from "../reading/tabs-view";

const SECONDS = [10, 20, 30, 60, 120];

type PresentationProps = {
  title: string;
  tabs: readonly DashboardTab[];
  onLeave: () => void;
  children: ReactNode;
};

/** The dashboard alone on the screen, one tab after the other. Space pauses, arrows turn the page, Escape leaves. */
export function Presentation({ title, tabs, onLeave, children }: PresentationProps) {
  const { turn, paused, setPaused, seconds, setSeconds } = useTurning(tabs);
  useFullScreen(onLeave);

  function press(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    if (target.closest("button, select, input, a, [role=tab]") && event.key === " ") return;
    if (event.key === " ") {
      event.preventDefault();
      setPaused(!paused);
    }
    if (target.closest("select, [role=tab], [role=group] [aria-pressed]")) return;
    if (event.key === "ArrowRight") turn(1);
    if (event.key === "ArrowLeft") turn(-1);
  }

  return (
    <Dialog open onOpenChange={(open) => !open && onLeave()}>
      <DialogContent
        aria-describedby={undefined}
        closeButton={false}
        onKeyDown={press}
        // Not on the first button, which would take Space for itself.
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          if (event.currentTarget instanceof HTMLElement) event.currentTarget.focus();
        }}
        className="top-0 left-0 flex h-dvh max-h-none w-screen max-w-none translate-0 flex-col gap-4 overflow-y-auto rounded-none border-0 bg-paper p-6 motion-reduce:animate-none"
      >
        <header className="flex flex-wrap items-center gap-2">
          <DialogTitle className="mr-auto">{title}</DialogTitle>
          {tabs.length > 1 ? (
            <>
              <Button size="icon" variant="ghost" aria-label="Previous tab" onClick={() => turn(-1)}>
                <ChevronLeft aria-hidden />
              </Button>
              <Button
                size="icon"
                variant="ghost"
                aria-label={paused ? "Go on" : "Pause"}
                onClick={() => setPaused(!paused)}
              >
                {paused ? <Play aria-hidden /> : <Pause aria-hidden />}
              </Button>
              <Button size="icon" variant="ghost" aria-label="Next tab" onClick={() => turn(1)}>
                <ChevronRight aria-hidden />
              </Button>
              <NativeSelect
                aria-label="Each tab for"
                className="h-8 w-auto text-13"
                value={seconds}
                onChange={({ target }) => setSeconds(Number(target.value))}
              >
                {SECONDS.map((option) => (
                  <option key={option} value={option}>
                    {option} seconds
                  </option>
                ))}
              </NativeSelect>
            </>
          ) : null}
          <Button onClick={onLeave}>
            <X aria-hidden />
            Leave
          </Button>
        </header>
        {children}
      </DialogContent>
    </Dialog>
  );
}

/** The tab in the address moves on by itself, unless paused; it begins paused for who wants less motion. */
function useTurning(tabs: readonly DashboardTab[]) {
  const { chosen, choose } = useChosenTab(tabs);
  const [paused, setPaused] = useState(() => window.matchMedia("(prefers-reduced-motion: reduce)").matches);
  const [seconds, setSeconds] = useState(20);
  function turn(step: number) {
    const next = tabs[(tabs.indexOf(chosen) + step + tabs.length) % tabs.length];
    if (next) choose(next.key);
  }

  const latest = useRef(turn);
  // Outside system: the address, as the clock finds it.
  useEffect(() => {
    latest.current = turn;
  });

  // Outside system: the clock. Figures that are read anew draw the page again, and must not put the turn off.
  useEffect(() => {
    if (paused || tabs.length < 2) return;
    const timer = setTimeout(() => latest.current(1), seconds * 1000);
    return () => clearTimeout(timer);
  }, [paused, seconds, chosen.key, tabs.length]);

  return { turn, paused, setPaused, seconds, setSeconds };
}

/** As large as the screen where the browser allows it; leaving that leaves the presentation. */
function useFullScreen(onLeave: () => void): void {
  // Outside system: the browser's full screen.
  useEffect(() => {
    const left = () => {
      if (!document.fullscreenElement) onLeave();
    };
    document.addEventListener("fullscreenchange", left);
    void document.documentElement.requestFullscreen?.().catch(() => undefined);
    return () => {
      document.removeEventListener("fullscreenchange", left);
      if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- entered once; leaving is the same whenever it happens.
  }, []);
}
